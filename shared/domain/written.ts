import { paragraphsOf, type StyleField } from "./house-style.ts";
import { type ItemView, itemsOf, type MeetingView } from "./meeting.ts";
import { wordsOf } from "./words.ts";

/** A text of a punkt on one line or in one paragraph; `block` is the way to it as a `StyleMark` has it. */
export type Written = { field: StyleField; block: number[]; text: string };

export function placed(field: StyleField, block: number[], text: string): Written {
  return { field, block, text };
}

/** Every text of a punkt that the referent writes in the meeting, in the order it is read. */
export function writtenIn(item: ItemView): Written[] {
  const rich = (field: "agendaText" | "decision" | "publicDecision"): Written[] =>
    paragraphsOf(item[field]).map(({ block, text }) => placed(field, block, text));
  return [
    placed("title", [], item.title),
    ...rich("agendaText"),
    ...item.recommendations.map(({ text }, index) => placed("recommendations", [index], text)),
    ...rich("decision"),
    ...rich("publicDecision"),
  ];
}

/** Each word of the punkter once, as the dictionary is asked. */
export function writtenWords(meeting: Pick<MeetingView, "categories">): Set<string> {
  return new Set(itemsOf(meeting).flatMap((item) => writtenIn(item).flatMap(({ text }) => wordsOf(text).map(({ word }) => word))));
}
