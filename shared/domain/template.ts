import { z } from "zod";
import { clockTime, isoDate } from "./date.ts";
import { lineText, uuid } from "./text.ts";

const templateItem = z.strictObject({ title: lineText, minutes: z.int().min(0).max(1_440).nullable() });

/** An agenda template as it lies in `resources/templates/*.json`. `casesIn` names the category that takes the cases of the day. */
export const agendaTemplate = z.strictObject({
  format: z.literal("referent-template/1"),
  name: lineText,
  seriesName: lineText,
  weekday: z.literal("tuesday"),
  start: clockTime,
  end: clockTime,
  place: lineText,
  casesIn: lineText,
  categories: z.array(z.strictObject({ name: lineText, items: z.array(templateItem) })).min(1),
});
export type AgendaTemplate = z.infer<typeof agendaTemplate>;

/** `carriedFrom` is the postponed punkt of an earlier meeting whose agenda text, indstilling and bilag come along. */
const proposedItem = templateItem.extend({ carriedFrom: uuid.optional() });

/** What *Nyt møde* puts before the referent, all of it changeable before the meeting is made. */
export const meetingProposal = z.strictObject({
  seriesTitle: lineText.refine((text) => text.trim() !== "", "må ikke være tom"),
  title: lineText.refine((text) => text.trim() !== "", "må ikke være tom"),
  date: isoDate,
  start: clockTime,
  end: clockTime,
  place: lineText,
  minuteTaker: lineText,
  information: z.array(lineText).max(50),
  categories: z.array(z.strictObject({ name: lineText, items: z.array(proposedItem).max(100) })).max(30),
});
export type MeetingProposal = z.infer<typeof meetingProposal>;
