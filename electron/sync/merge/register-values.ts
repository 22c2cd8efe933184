import { generateKeyBetween } from "fractional-indexing";
import { z } from "zod";
import { attendanceEntry } from "../../../shared/domain/attendance.ts";
import { limits } from "../../../shared/domain/limits.ts";
import { attachmentTypes, itemOutcomes, meetingFields, meetingStates } from "../../../shared/domain/meeting.ts";
import { uuid } from "../../../shared/domain/text.ts";
import type { MeetingEntity } from "../../store/meeting-entities.ts";
import type { Registers } from "../../store/register-fields.ts";

const line = z.string().max(limits.lineChars);
const words = z.string().max(20_000);
const time = z.iso.datetime().nullable();
const count = z.int().min(0);
const flag = z.boolean();
const position = z.string().max(1_000).refine(isPosition, "er ingen plads i en rækkefølge");

function isPosition(text: string): boolean {
  try {
    generateKeyBetween(text, null);
    return true;
  } catch {
    return false;
  }
}

/**
 * What each register of a snapshot may hold: as strict as what the window may save, since the folder is written by others. Used only to
 * look: a value that were changed by its check would no longer be what its dot names.
 */
export const registerValues: { readonly [E in MeetingEntity]: { readonly [F in keyof Registers[E]]: z.ZodType } } = {
  series: { title: line, deleted: flag },
  meeting: {
    ...meetingFields.meeting,
    seriesId: uuid,
    state: z.enum(meetingStates),
    approvedAt: time,
    approvedIn: uuid.nullable(),
    correctedAt: time,
    locked: flag,
    laysShort: flag,
    deleted: flag,
  },
  category: { ...meetingFields.category, meetingId: uuid, position, deleted: flag },
  item: {
    title: line,
    minutes: meetingFields.item.minutes,
    closed: flag,
    agendaText: meetingFields.item.agendaText,
    decision: meetingFields.item.decision,
    publicDecision: meetingFields.item.publicDecision,
    outcome: z.enum(itemOutcomes),
    categoryId: uuid,
    number: count.nullable(),
    carriedFrom: uuid.nullable(),
    position,
    deleted: flag,
  },
  recommendation: { itemId: uuid, text: words, position, deleted: flag },
  attachment: {
    itemId: uuid,
    title: line,
    fileName: line,
    mediaType: z.enum(attachmentTypes),
    bytes: count.max(limits.attachmentBytes),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    position,
    deleted: flag,
  },
  followUp: {
    itemId: uuid,
    text: words,
    owners: z.array(line).max(limits.listEntries),
    ownersByHand: flag,
    due: line.nullable(),
    dueByHand: flag,
    state: z.enum(["open", "done"]),
    deleted: flag,
  },
  itemSpan: { itemId: uuid, startedAt: z.iso.datetime(), seconds: count.nullable(), deleted: flag },
  attendance: { ...attendanceEntry.shape, meetingId: uuid, position, deleted: flag },
};
