import type { Node } from "@tiptap/pm/model";
import { followUpsOf } from "../../shared/domain/follow-up.ts";
import type { FollowUpView } from "../../shared/domain/follow-up-view.ts";
import type { KnownName } from "../../shared/domain/known-name.ts";
import { type ItemView, itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import type { Block } from "../../shared/domain/rich-text.ts";

/** Who follows up and when, as the chip after the sentence says it. */
export type FollowUpFacts = Pick<FollowUpView, "owners" | "due">;

/** What is known of the follow-ups of a meeting besides its text: what a person has set, which wins over what the text says. */
export type FollowUpKnowledge = {
  people(): readonly KnownName[];
  /** The facts of the follow-ups that stand in a paragraph, by id. */
  factsIn(paragraph: Node): Map<string, FollowUpFacts>;
  /** A person has set them. */
  note(id: string, facts: FollowUpFacts): void;
};

/** `people` may come after the meeting; what was set by hand is told apart by comparing the records with what the texts say. */
export function followUpKnowledge(meeting: MeetingView, people: () => readonly KnownName[]): FollowUpKnowledge {
  const noted = new Map<string, FollowUpFacts>();
  let byHand: { for: readonly KnownName[]; facts: Map<string, Partial<FollowUpFacts>> } | null = null;
  const setByHand = (): Map<string, Partial<FollowUpFacts>> => {
    if (byHand?.for !== people()) byHand = { for: people(), facts: differences(meeting, people()) };
    return byHand.facts;
  };
  return {
    people,
    factsIn: (paragraph) => {
      const said = followUpsOf({ type: "doc", content: [paragraph.toJSON() as Block] }, people());
      return new Map(said.map(({ id, owners, due }) => [id, noted.get(id) ?? { owners, due, ...setByHand().get(id) }]));
    },
    note: (id, facts) => noted.set(id, facts),
  };
}

function differences(meeting: MeetingView, people: readonly KnownName[]): Map<string, Partial<FollowUpFacts>> {
  if (meeting.followUps.length === 0) return new Map();
  const said = new Map(itemsOf(meeting).flatMap((item) => saidIn(item, people)));
  return new Map(
    meeting.followUps.flatMap(({ id, owners, due }) => {
      const words = said.get(id);
      if (words === undefined) return [];
      const differs: Partial<FollowUpFacts> = {
        ...(owners.join("\n") === words.owners.join("\n") ? {} : { owners }),
        ...(due === words.due ? {} : { due }),
      };
      return [[id, differs] as const];
    }),
  );
}

function saidIn(item: ItemView, people: readonly KnownName[]): [string, FollowUpFacts][] {
  return [item.agendaText, item.publicDecision, item.decision].flatMap((text) =>
    followUpsOf(text, people).map(({ id, owners, due }): [string, FollowUpFacts] => [id, { owners, due }]),
  );
}
