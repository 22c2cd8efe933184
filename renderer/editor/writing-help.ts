import type { KnownName } from "../../shared/domain/known-name.ts";
import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { plainText } from "../../shared/domain/rich-text.ts";
import { sentencesOf } from "../../shared/domain/sentences.ts";
import { useWritingHelp } from "../stores/writing-help.ts";
import { CompleterClient } from "./completer-client.ts";
import { placeOfCaret } from "./completion-place.ts";
import type { GhostOptions } from "./ghost-clock.ts";
import type { FindMatches, HelpSign } from "./help-list-state.ts";
import { matchNames, matchPhrases, shownName } from "./help-matches.ts";
import type { PartField } from "./parts.ts";

/** What the writing surface offers while one writes in a meeting, and what it tells of what was written. */
export type WritingHelp = {
  complete: GhostOptions["complete"];
  find: FindMatches;
  /** Words were chosen from a list and now stand in the text. */
  onChosen(sign: HelpSign, text: string): void;
  onWritten(line: { text: string; field: PartField }): void;
  end(): void;
};

/** Help for one meeting, made of what the store holds, and made anew when the store has read it again. */
export function createWritingHelp(meeting: MeetingView): WritingHelp {
  const completer = new CompleterClient();
  const written: string[] = [];
  const start = () => {
    const { phrases, learned, people } = useWritingHelp.getState();
    completer.start({ phrases: phrases.map(({ text }) => text), learned: [...learned], people: [...people], texts: textsOf(meeting) });
    for (const text of written) completer.learn(text);
  };
  start();
  const stopHearing = useWritingHelp.subscribe((now, before) => {
    if (now.readings !== before.readings) start();
  });
  let names: { uses: Map<string, number>; reading: number } | null = null;
  const nameUses = (): ReadonlyMap<string, number> => {
    const { people, learned, readings } = useWritingHelp.getState();
    if (names?.reading !== readings) names = { uses: countNames(people, learned), reading: readings };
    return names.uses;
  };
  return {
    complete: async (state) => {
      const place = placeOfCaret(state);
      return place === null ? null : completer.suggest(place.before, place.place);
    },
    find: (sign, query) => {
      const { phrases, people } = useWritingHelp.getState();
      return sign === "/" ? matchPhrases(phrases, query) : matchNames(people, query, nameUses());
    },
    onChosen: (sign, text) => {
      if (sign === "/") useWritingHelp.getState().used(text);
    },
    onWritten: ({ text, field }) => {
      written.push(text);
      completer.learn(text);
      if (field !== "decision") return;
      for (const sentence of sentencesOf(text)) useWritingHelp.getState().used(sentence.text);
    },
    end: () => {
      stopHearing();
      completer.end();
    },
  };
}

/** How often each person or unit is named in what was written before. */
function countNames(people: readonly KnownName[], learned: readonly { text: string; uses: number }[]): Map<string, number> {
  const count = (name: string) => learned.reduce((sum, { text, uses }) => (text.includes(name) ? sum + uses : sum), 0);
  return new Map(people.map(shownName).map((name) => [name, count(name)]));
}

/** The meeting's own words. */
function textsOf(meeting: MeetingView): string[] {
  return itemsOf(meeting).flatMap((item) => [
    item.title,
    ...plainText(item.agendaText).split("\n"),
    ...item.recommendations.map(({ text }) => text),
    ...item.attachments.map(({ title }) => title),
    ...plainText(item.decision).split("\n"),
  ]);
}
