import type { AttendanceEntry } from "../../shared/domain/attendance.ts";
import type { AttachmentView, ItemOutcome, MeetingState } from "../../shared/domain/meeting.ts";
import { emptyRichText, type RichText } from "../../shared/domain/rich-text.ts";
import type { MeetingProposal } from "../../shared/domain/template.ts";

type NewAttachment = Omit<AttachmentView, "id" | "trouble">;

type NewItem = {
  /** The number it keeps, or null where numbers follow order. */
  number: number | null;
  title: string;
  minutes: number | null;
  closed: boolean;
  agendaText: RichText;
  recommendations: string[];
  decision: RichText;
  publicDecision: RichText;
  /** Their bytes already lie in the blob folder. */
  attachments: NewAttachment[];
  /** Left out: it is dealt with as any other. */
  outcome?: ItemOutcome;
  /** The postponed punkt of an earlier meeting that it goes on from. */
  carriedFrom?: string;
};

/** A whole meeting to be made at once, from the template or from a file. */
export type NewMeeting = {
  seriesTitle: string;
  title: string;
  date: string;
  start: string;
  end: string;
  place: string;
  minuteTaker: string;
  information: string[];
  state: MeetingState;
  /** `itemIndex` is the place of the punkt among all of the meeting's. */
  attendance?: (Omit<AttendanceEntry, "itemId"> & { itemIndex: number | null })[];
  categories: { name: string; items: NewItem[] }[];
};

/** A planned meeting as *Nyt møde* has it: titles and minutes, nothing written yet. */
export function fromProposal(proposal: MeetingProposal): NewMeeting {
  return {
    ...proposal,
    state: "planned",
    categories: proposal.categories.map(({ name, items }) => ({
      name,
      items: items.map(({ title, minutes, carriedFrom }) => ({
        number: null,
        title,
        minutes,
        closed: false,
        agendaText: emptyRichText,
        recommendations: [],
        decision: emptyRichText,
        publicDecision: emptyRichText,
        attachments: [],
        ...(carriedFrom === undefined ? {} : { carriedFrom }),
      })),
    })),
  };
}
