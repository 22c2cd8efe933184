import { readFile } from "node:fs/promises";
import { limits } from "../../shared/domain/limits.ts";
import { minuteTakerLine } from "../../shared/domain/meeting.ts";
import { type MeetingFile, meetingFile } from "../../shared/domain/meeting-file.ts";
import { isBlank, type RichText, richText } from "../../shared/domain/rich-text.ts";
import { normalRichText } from "../../shared/domain/rich-text-normal.ts";
import { parseSmallMarkdown } from "../../shared/domain/small-markdown.ts";
import { describeBytes } from "../../shared/error-text.ts";
import { AppFailure } from "../../shared/errors.ts";
import { keepBlob } from "../attachments/blobs.ts";
import type { NewMeeting } from "../meetings/new-meeting.ts";
import { type FoundAttachment, findAttachment } from "./attachments.ts";
import { danishIssue, firstComplaint } from "./danish-issues.ts";
import { readJsonFile } from "./file-text.ts";

type FileItem = MeetingFile["categories"][number]["items"][number];
type NewItem = NewMeeting["categories"][number]["items"][number];
type TextField = "agendaText" | "decision" | "publicDecision";

/**
 * Reads a meeting file (docs/meeting-format.md) and keeps its attachments in the data folder. All of the file is checked, and
 * every attachment found, before the first byte is written. Throws AppFailure `import-invalid`, `too-large` or `file-unreadable`.
 */
export async function readMeetingFile(path: string, dataDir: string): Promise<NewMeeting> {
  const file = check(readJsonFile(path));
  const items = file.categories.map((category, c) => category.items.map((item, i) => readTexts(item, `categories[${c}].items[${i}]`)));
  const found = file.categories.map((category, c) =>
    category.items.map((item, i) =>
      item.attachments.map((attachment, a) => ({
        title: attachment.title,
        ...findAttachment(path, attachment.file, `categories[${c}].items[${i}].attachments[${a}].file`),
      })),
    ),
  );
  assertTotal(found.flat(2));
  const numbers = keptNumbers(items.flat());
  const { minuteTaker, information } = splitInformation(file);
  const { series, title, date, start, end, place } = file;
  const kept = await keepAll(dataDir, found);
  let index = 0;
  return {
    ...{ seriesTitle: series, title, date, start, end, place, minuteTaker, information },
    state: numbers === null ? "planned" : "draft",
    attendance: readAttendance(file, numbers ?? items.flat().map((_, at) => at + 1)),
    categories: items.map((ofCategory, c) => ({
      name: file.categories[c]?.name ?? "",
      items: ofCategory.map((item, i) => ({
        ...item,
        number: numbers?.[index++] ?? null,
        attachments: kept[c]?.[i] ?? [],
      })),
    })),
  };
}

function check(data: unknown): MeetingFile {
  const parsed = meetingFile.safeParse(data, { error: danishIssue });
  if (!parsed.success) throw new AppFailure({ kind: "import-invalid", ...firstComplaint(parsed.error.issues, data) });
  return parsed.data;
}

function readTexts(item: FileItem, path: string): Omit<NewItem, "attachments"> {
  const { title, minutes, closed, recommendations, outcome = "normal" } = item;
  const text = (field: TextField): RichText => toRichText(item[field], `${path}.${field}`);
  return {
    ...{ number: item.number ?? null, title, minutes, closed, recommendations, outcome },
    agendaText: text("agendaText"),
    decision: text("decision"),
    publicDecision: text("publicDecision"),
  };
}

function toRichText(text: FileItem[TextField], field: string): RichText {
  const normal = typeof text === "string" ? parseSmallMarkdown(text) : normalRichText(text);
  const parsed = richText.safeParse(normal, { error: danishIssue });
  if (!parsed.success) throw new AppFailure({ kind: "import-invalid", field, reason: parsed.error.issues[0]?.message ?? "kan ikke læses" });
  return parsed.data;
}

/**
 * The numbers that the punkter keep, or null for a meeting that is not held yet: no decision in it, and numbers (where given)
 * that only follow the order. A punkt without a number gets the highest plus one. Source: domain.md, numbers are identity.
 */
function keptNumbers(items: readonly Omit<NewItem, "attachments">[]): number[] | null {
  const followsOrder = items.every((item, index) => item.number === null || item.number === index + 1);
  if (followsOrder && items.every((item) => isBlank(item.decision))) return null;
  let highest = items.reduce((max, item) => Math.max(max, item.number ?? 0), 0);
  return items.map((item) => {
    if (item.number !== null) return item.number;
    highest += 1;
    return highest;
  });
}

/** Who was there, with the punkt they came or left at by its place in the file instead of its number. */
function readAttendance({ attendance = [] }: MeetingFile, numbers: readonly number[]): NonNullable<NewMeeting["attendance"]> {
  return attendance.map(({ name, status, reason, item }, index) => {
    const itemIndex = item === null ? null : numbers.indexOf(item);
    if (itemIndex === -1)
      throw new AppFailure({ kind: "import-invalid", field: `attendance[${index}].item`, reason: `der er intet punkt ${item}` });
    return { name, status, reason, itemIndex };
  });
}

/** The sentence about the referent is made from `minuteTaker`; a file that has it as an information line means the same. */
function splitInformation(file: MeetingFile): Pick<NewMeeting, "minuteTaker" | "information"> {
  const names = file.information.map((line) => /^(\S.*) er referent\.$/.exec(line.trim())?.[1] ?? "");
  const minuteTaker = file.minuteTaker.trim() === "" ? (names.find((name) => name !== "") ?? "") : file.minuteTaker;
  const own = minuteTakerLine(minuteTaker);
  return { minuteTaker, information: file.information.filter((line) => line.trim() !== own || own === "") };
}

function assertTotal(attachments: readonly FoundAttachment[]): void {
  const bytes = attachments.reduce((sum, attachment) => sum + attachment.bytes, 0);
  if (bytes <= limits.meetingAttachmentBytes) return;
  const reason = `bilagene fylder tilsammen ${describeBytes(bytes)}, og grænsen er ${describeBytes(limits.meetingAttachmentBytes)}`;
  throw new AppFailure({ kind: "import-invalid", field: "categories", reason });
}

type Titled = FoundAttachment & { title: string };

/** Those of each punkt of each category. One after the other: together they may be 200 MB. */
async function keepAll(dataDir: string, found: readonly Titled[][][]): Promise<NewItem["attachments"][][]> {
  const kept: NewItem["attachments"][][] = [];
  for (const ofCategory of found) {
    const items: NewItem["attachments"][] = [];
    for (const ofItem of ofCategory) items.push(await keepEach(dataDir, ofItem));
    kept.push(items);
  }
  return kept;
}

async function keepEach(dataDir: string, found: readonly Titled[]): Promise<NewItem["attachments"]> {
  const kept: NewItem["attachments"] = [];
  for (const { title, path, fileName, mediaType } of found)
    kept.push({ title, fileName, mediaType, ...(await keepBlob(dataDir, await readFile(path))) });
  return kept;
}
