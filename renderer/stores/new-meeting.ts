import { create } from "zustand";
import { headerDate, screenTime } from "../../shared/domain/date.ts";
import type { MeetingProposal } from "../../shared/domain/template.ts";
import type { AppError } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { parseTypedDate, parseTypedMinutes, parseTypedTime } from "../app/typed.ts";
import { shownError } from "./failure.ts";

/** A case of the day as it is being typed; `minutes` is the text in its field. */
export type CaseDraft = { id: string; title: string; minutes: string };

/** The new meeting as it stands in the fields. Dates and times are the typed text. */
export type MeetingDraft = {
  date: string;
  start: string;
  end: string;
  place: string;
  minuteTaker: string;
  title: string;
  information: readonly string[];
  cases: readonly CaseDraft[];
  /** The line for the next case; it counts as a case once it has a title. */
  next: Omit<CaseDraft, "id">;
};
export type DraftField = keyof MeetingDraft;

type NewMeetingState = {
  draft: MeetingDraft | null;
  proposal: MeetingProposal | null;
  /** Fields the person has written in; a new date does not overwrite them. */
  touched: ReadonlySet<DraftField>;
  /** The fields hold what was written before the dialog was closed. */
  kept: boolean;
  creating: boolean;
  error: AppError | null;
  begin(): Promise<void>;
  startOver(): Promise<void>;
  edit<F extends DraftField>(field: F, value: MeetingDraft[F]): void;
  /** Makes the meeting and gives its id; null when a field must be put right first or it was refused. */
  create(): Promise<string | null>;
};

export const useNewMeeting = create<NewMeetingState>()((set, get) => {
  let asked = 0;
  let proposing: Promise<void> = Promise.resolve();
  const propose = async (date: string | null): Promise<void> => {
    asked += 1;
    const turn = asked;
    try {
      const proposal = await call("meetings:propose", date === null ? {} : { date });
      if (turn !== asked) return;
      set({ proposal, draft: merged(draftOf(proposal), get().draft, get().touched) });
    } catch (thrown) {
      set({ error: shownError(thrown) });
    }
  };
  const blank = { draft: null, proposal: null, touched: new Set<DraftField>(), kept: false, creating: false, error: null };
  return {
    ...blank,
    begin: async () => {
      if (get().touched.size > 0) return set({ kept: true, error: null });
      await get().startOver();
    },
    startOver: () => {
      set(blank);
      proposing = propose(null);
      return proposing;
    },
    edit: (field, value) => {
      const { draft, touched, proposal } = get();
      if (draft === null) return;
      set({ draft: { ...draft, [field]: value }, touched: new Set(touched).add(field), error: null });
      const date = field === "date" ? parseTypedDate(String(value)) : null;
      if (date !== null && date !== proposal?.date) proposing = propose(date);
    },
    create: async () => {
      // Keys may be faster than the proposal they accept.
      await proposing;
      const { draft, proposal, creating } = get();
      const input = draft && proposal && proposalOf(draft, proposal);
      if (!input || creating) return null;
      set({ creating: true, error: null });
      try {
        const meeting = await call("meetings:create", input);
        asked += 1;
        set(blank);
        return meeting.id;
      } catch (thrown) {
        set({ creating: false, error: shownError(thrown) });
        return null;
      }
    },
  };
});

function draftOf(proposal: MeetingProposal): MeetingDraft {
  const { place, minuteTaker, title, information } = proposal;
  const times = { start: screenTime(proposal.start), end: screenTime(proposal.end) };
  return { date: headerDate(proposal.date), ...times, place, minuteTaker, title, information, cases: [], next: { title: "", minutes: "" } };
}

function merged(fresh: MeetingDraft, written: MeetingDraft | null, touched: ReadonlySet<DraftField>): MeetingDraft {
  if (written === null) return fresh;
  return { ...fresh, ...Object.fromEntries(Object.entries(written).filter(([field]) => touched.has(field as DraftField))) };
}

function titledCases(draft: MeetingDraft): Omit<CaseDraft, "id">[] {
  return [...draft.cases, draft.next].filter((each) => each.title.trim() !== "");
}

/** The fields that keep the meeting from being made. Cases without a title are left out, not refused. */
export function draftFaults(draft: MeetingDraft): ReadonlySet<DraftField> {
  const faults = new Set<DraftField>();
  const start = parseTypedTime(draft.start);
  const end = parseTypedTime(draft.end);
  if (parseTypedDate(draft.date) === null) faults.add("date");
  if (start === null) faults.add("start");
  if (end === null || (start !== null && end <= start)) faults.add("end");
  if (draft.title.trim() === "") faults.add("title");
  if (titledCases(draft).some((each) => parseTypedMinutes(each.minutes) === undefined)) faults.add("cases");
  return faults;
}

/** The request for the meeting in the fields, with the cases after the fixed points of the first category; null when a field is at fault. */
function proposalOf(draft: MeetingDraft, proposal: MeetingProposal): MeetingProposal | null {
  const date = parseTypedDate(draft.date);
  const start = parseTypedTime(draft.start);
  const end = parseTypedTime(draft.end);
  if (date === null || start === null || end === null || draftFaults(draft).size > 0) return null;
  const cases = titledCases(draft).map((each) => ({ title: each.title.trim(), minutes: parseTypedMinutes(each.minutes) ?? null }));
  return {
    seriesTitle: proposal.seriesTitle,
    title: draft.title.trim(),
    date,
    start,
    end,
    place: draft.place.trim(),
    minuteTaker: draft.minuteTaker.trim(),
    information: draft.information.map((line) => line.trim()).filter((line) => line !== ""),
    categories: proposal.categories.map((category, index) =>
      index === 0 ? { ...category, items: [...category.items, ...cases] } : category,
    ),
  };
}
