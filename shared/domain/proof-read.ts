import { answerLines, atAnswers } from "./at-answers.ts";
import type { AttendanceEntry } from "./attendance.ts";
import { checkHouseStyle, type StyleField } from "./house-style.ts";
import type { KnownName } from "./known-name.ts";
import { type ItemView, itemsOf, type MeetingView } from "./meeting.ts";
import { atPointAnswer, pastTense } from "./past-tense.ts";
import { inlineText, isBlank, isRichText, plainText } from "./rich-text.ts";
import type { Twofold } from "./twofold.ts";
import { wordsOf } from "./words.ts";
import { placed, writtenIn } from "./written.ts";

/** Where something stands in a punkt; `block`, `from` and `to` are as a {@link StyleMark} has them. */
export type ProofPlace = { field: StyleField; block: number[]; from: number; to: number };

/** What can be done about a finding at one key: lines to add to the decision, or other words for those at a place. */
export type Proposal = { kind: "add-lines"; lines: string[] } | { kind: "replace"; place: ProofPlace; text: string };

type Detail =
  | { kind: "no-decision" }
  | { kind: "two-versions"; twofold: Twofold }
  | { kind: "at-point-unanswered" | "at-point-unfinished"; number: number }
  | { kind: "no-owner"; followUpId: string }
  | { kind: "attends-twice"; statuses: AttendanceEntry["status"][] }
  | { kind: "bad-attachment"; attachmentId: string; trouble: string }
  | { kind: "spelling"; place: ProofPlace; word: string }
  | { kind: "style"; place: ProofPlace; message: string };

/**
 * Something missing or odd in a meeting that is about to be closed. `id` is the same as long as the matter is, so that it can be
 * put aside. `text` holds the words it is about, "" for none. What is `required` stands in the way of closing.
 */
export type ProofFinding = Detail & {
  id: string;
  itemId: string;
  severity: "required" | "advised";
  text: string;
  proposal: Proposal | null;
};

/** What the meeting itself does not say: who is known, and the words that are wrong, each with what surely was meant, or null. */
export type ProofFacts = {
  people: readonly KnownName[];
  wrongWords: ReadonlyMap<string, string | null>;
  /** What was written twice, here and on another PC, without knowing of each other. */
  twofold?: readonly Twofold[];
};

/** Everything to look at before a meeting is closed: what is required first, each part in the order of the punkter. */
export function proofRead(meeting: MeetingView, facts: ProofFacts): ProofFinding[] {
  const items = itemsOf(meeting);
  const advised = items.flatMap((item) => [
    ...withoutOwner(meeting, item),
    ...misspelt(item, facts.wrongWords),
    ...offStyle(meeting, item, facts.people),
    ...badAttachments(item),
  ]);
  return [...(facts.twofold ?? []).map(twice), ...items.flatMap(undecided), ...advised, ...attendsTwice(meeting)];
}

/** The finding about what has more than one version. */
export function twofoldId({ id, field }: Pick<Twofold, "id" | "field">): string {
  return `two-versions:${id}:${field}`;
}

/** Nothing is proposed: only a person can say which holds. */
function twice(twofold: Twofold): ProofFinding {
  const [stands] = twofold.versions;
  const text = twofold.field === "itemId" ? "" : shownText(stands?.value);
  const rest = { itemId: twofold.itemId ?? "", severity: "required", text, proposal: null } as const;
  return { kind: "two-versions", twofold, id: twofoldId(twofold), ...rest };
}

function shownText(value: unknown): string {
  if (typeof value === "string") return value;
  return isRichText(value) ? plainText(value) : "";
}

/** A punkt that is struck or postponed needs no decision. */
function undecided(item: ItemView): ProofFinding[] {
  if (item.outcome !== "normal") return [];
  if (!isBlank(item.decision) || !isBlank(item.publicDecision)) return openPoints(item);
  const proposal: Proposal | null = linesFor(item, allPoints(item));
  return [{ kind: "no-decision", id: `no-decision:${item.id}`, itemId: item.id, severity: "required", text: "", proposal }];
}

/** A decision that takes up no at-point answers the whole indstilling in other words ("Punktet blev ikke drøftet."). */
function openPoints(item: ItemView): ProofFinding[] {
  const lines = item.decision.content.map((block) => (block.type === "paragraph" ? inlineText(block.content ?? []) : ""));
  if (answerLines(lines).length === 0) return [];
  const { unanswered, begun } = atAnswers(
    item.recommendations.map(({ text }) => text),
    lines,
  );
  const open = [...unanswered, ...begun].sort((one, other) => one - other);
  return open.map((number): ProofFinding => {
    const kind = begun.includes(number) ? "at-point-unfinished" : "at-point-unanswered";
    return {
      ...{ kind, number, id: `at-point:${item.id}:${number}`, itemId: item.id, severity: "required" },
      text: item.recommendations[number - 1]?.text ?? "",
      proposal: kind === "at-point-unfinished" ? null : linesFor(item, [number]),
    };
  });
}

function allPoints(item: ItemView): number[] {
  return item.recommendations.flatMap(({ text }, index) => (text.trim() === "" ? [] : [index + 1]));
}

/** Whole answers only: where the past of a verb is not known there is nothing to propose. */
function linesFor(item: ItemView, numbers: readonly number[]): Proposal | null {
  if (numbers.length === 0) return { kind: "add-lines", lines: [isApproved(item) ? "Godkendt." : "Intet til referat."] };
  const asked = numbers.map((number) => ({ number, text: item.recommendations[number - 1]?.text ?? "" }));
  if (asked.some(({ text }) => pastTense(text) === null)) return null;
  return { kind: "add-lines", lines: asked.map(({ number, text }) => atPointAnswer(number, text)) };
}

/** The agenda and the minutes of the meeting before are approved at every meeting. Source: domain.md, the agenda template. */
function isApproved({ title }: ItemView): boolean {
  return /^(?:godkendelse af )?(?:dagsorden|referat)(?:en|et)?$/i.test(title.trim());
}

/** Two PCs said it of one person without knowing of each other. Who came late and left early stands twice by right. */
function attendsTwice({ attendance }: MeetingView): ProofFinding[] {
  const byName = Map.groupBy(attendance, ({ name }) => name.trim());
  return [...byName].flatMap(([name, entries]): ProofFinding[] => {
    const statuses = entries.map(({ status }) => status).sort();
    if (entries.length < 2 || statuses.join() === "arrived,left") return [];
    const rest = { itemId: "", severity: "advised", text: name, proposal: null } as const;
    return [{ kind: "attends-twice", statuses, id: `attends-twice:${name}:${statuses.join()}`, ...rest }];
  });
}

function withoutOwner({ followUps }: MeetingView, item: ItemView): ProofFinding[] {
  return followUps
    .filter(({ itemId, state, owners }) => itemId === item.id && state === "open" && owners.length === 0)
    .map(({ id, text }) => ({
      ...{ kind: "no-owner", followUpId: id, id: `no-owner:${id}`, itemId: item.id, severity: "advised", text, proposal: null },
    }));
}

/** Each word once a punkt, where it stands first: who keeps it keeps it in all of the punkt. */
function misspelt(item: ItemView, wrongWords: ReadonlyMap<string, string | null>): ProofFinding[] {
  const told = new Set<string>();
  return writtenIn(item).flatMap(({ field, block, text }) =>
    wordsOf(text).flatMap(({ word, from, to }): ProofFinding[] => {
      const meant = wrongWords.get(word);
      if (meant === undefined || told.has(word)) return [];
      told.add(word);
      const place = { field, block, from, to };
      const id = `spelling:${item.id}:${word}`;
      const proposal: Proposal | null = meant === null ? null : { kind: "replace", place, text: meant };
      return [{ kind: "spelling", place, word, id, itemId: item.id, severity: "advised", text, proposal }];
    }),
  );
}

function offStyle(meeting: MeetingView, item: ItemView, people: readonly KnownName[]): ProofFinding[] {
  const otherTitles = itemsOf(meeting).flatMap(({ id, title }) => (id === item.id ? [] : [title]));
  const written = [...writtenIn(item), ...item.attachments.map(({ title }, index) => placed("attachments", [index], title))];
  const marks = checkHouseStyle(item, { people, introduced: meeting.information, otherTitles });
  const times = new Map<string, number>();
  return marks.map(({ field, block, from, to, message, suggestion }): ProofFinding => {
    const place = { field, block, from, to };
    const text = written.find((each) => each.field === field && each.block.join() === block.join())?.text ?? "";
    // Not by its place, which moves when something is written before it.
    const matter = `style:${item.id}:${field}:${text.slice(from, to)}:${message}`;
    const time = times.get(matter) ?? 0;
    times.set(matter, time + 1);
    return {
      ...{ kind: "style", place, message, id: time === 0 ? matter : `${matter}:${time}` },
      ...{ itemId: item.id, severity: "advised", text },
      proposal: suggestion === undefined ? null : { kind: "replace", place, text: suggestion },
    };
  });
}

function badAttachments(item: ItemView): ProofFinding[] {
  return item.attachments.flatMap(({ id, title, trouble }): ProofFinding[] => {
    if (trouble === null) return [];
    const detail = { kind: "bad-attachment", attachmentId: id, trouble } as const;
    return [{ ...detail, id: `bad-attachment:${id}`, itemId: item.id, severity: "advised", text: title, proposal: null }];
  });
}
