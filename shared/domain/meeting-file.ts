import { z } from "zod";
import { attendanceStatus } from "./attendance.ts";
import { clockTime, isoDate } from "./date.ts";
import { limits } from "./limits.ts";
import { itemOutcomes } from "./meeting.ts";
import { richText } from "./rich-text.ts";
import { lineText } from "./text.ts";

/** A rich-text field of the file: ProseMirror JSON, or a string in the small Markdown of `small-markdown.ts`. */
const fileText = z.union([z.string().max(limits.richTextBytes), richText]);

const fileAttachment = z.strictObject({
  title: lineText,
  /** Relative to the JSON file. */
  file: z.string().min(1).max(1_000),
});

const fileItem = z.strictObject({
  number: z.int().min(1).max(9_999).optional(),
  /** Empty for a punkt that was just added: a meeting is exported as it stands. */
  title: lineText,
  minutes: z.int().min(0).max(1_440).nullable().default(null),
  closed: z.boolean().default(false),
  agendaText: fileText.default(""),
  recommendations: z.array(z.string().max(20_000)).max(100).default([]),
  decision: fileText.default(""),
  publicDecision: fileText.default(""),
  attachments: z.array(fileAttachment).max(limits.attachmentsPerItem).default([]),
  outcome: z.enum(itemOutcomes).optional(),
});

const fileAttendance = z.strictObject({
  name: lineText.refine((text) => text.trim() !== "", "må ikke være tom"),
  status: attendanceStatus.default("present"),
  reason: lineText.default(""),
  /** Number of the punkt at which the person came or left. */
  item: z.int().min(1).max(9_999).nullable().default(null),
});

/**
 * The meeting's JSON format, `referent-meeting/1`: what `import` reads and `show --json` and the export write. Documented with an example in
 * docs/meeting-format.md. Unknown fields are refused, so that a misspelt one is told and not silently dropped.
 */
export const meetingFile = z
  .strictObject({
    format: z.literal("referent-meeting/1"),
    series: lineText.refine((text) => text.trim() !== "", "må ikke være tom"),
    title: lineText.refine((text) => text.trim() !== "", "må ikke være tom"),
    date: isoDate,
    start: clockTime,
    end: clockTime,
    place: lineText.default(""),
    minuteTaker: lineText.default(""),
    information: z.array(lineText).max(50).default([]),
    attendance: z.array(fileAttendance).max(200).optional(),
    categories: z
      .array(z.strictObject({ name: lineText.default(""), items: z.array(fileItem).max(limits.itemsPerMeeting).default([]) }))
      .max(30)
      .default([]),
  })
  .superRefine((file, context) => {
    const seen = new Set<number>();
    file.categories.forEach((category, c) => {
      category.items.forEach((item, i) => {
        if (item.number === undefined) return;
        if (seen.has(item.number))
          context.addIssue({
            code: "custom",
            path: ["categories", c, "items", i, "number"],
            message: `nummer ${item.number} findes to gange`,
          });
        seen.add(item.number);
      });
    });
    const count = file.categories.reduce((sum, category) => sum + category.items.length, 0);
    if (count > limits.itemsPerMeeting)
      context.addIssue({ code: "custom", path: ["categories"], message: `${count} punkter, højst ${limits.itemsPerMeeting}` });
  });
export type MeetingFile = z.infer<typeof meetingFile>;
export type MeetingFileInput = z.input<typeof meetingFile>;
