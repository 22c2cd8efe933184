import { useEffect } from "react";
import type { DecisionListing } from "../../../shared/domain/decision-listing.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { useDecisions } from "../../stores/decisions.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";

const longest = 200;

/** The earlier decisions that fit what is typed after "?"; with nothing typed, those on the matter of the punkt at the caret. */
export function useDecisionsFor(typed: string): readonly DecisionListing[] {
  const found = useDecisions((state) => state.found);
  const matter = useOpenMeeting(
    ({ meeting, activeItemId }) => itemsOf(meeting ?? { categories: [] }).find(({ id }) => id === activeItemId)?.title ?? "",
  );
  const open = useOpenMeeting(({ meeting }) => meeting?.id ?? null);
  const asks = typed.trimStart().startsWith("?");
  const words = typed.trimStart().slice(1).trim();
  const text = asks ? (words === "" ? matter : words).slice(0, longest) : "";
  const by = words === "" ? "matter" : "words";
  useEffect(() => void useDecisions.getState().search({ text, by }, open), [text, by, open]);
  return asks ? found : none;
}

const none: readonly DecisionListing[] = [];
