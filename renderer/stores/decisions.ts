import { create } from "zustand";
import type { DecisionListing, DecisionSearch } from "../../shared/domain/decision-listing.ts";
import { AppFailure } from "../../shared/errors.ts";
import { call } from "../api/call.ts";

type DecisionsState = {
  /** Decisions of earlier meetings that fit what was asked for last. */
  found: readonly DecisionListing[];
  /** Of several at once the last counts. What cannot be read is not offered. */
  search(asked: Pick<DecisionSearch, "text" | "by">, exceptMeetingId: string | null): Promise<void>;
};

function createDecisions() {
  let turns = 0;
  return create<DecisionsState>()((set) => ({
    found: [],
    search: async (asked, exceptMeetingId) => {
      turns += 1;
      const turn = turns;
      try {
        const found =
          asked.text.trim() === ""
            ? []
            : await call("decisions:search", { ...asked, ...(exceptMeetingId !== null && { exceptMeetingId }) });
        if (turn === turns) set({ found });
      } catch (thrown) {
        if (!(thrown instanceof AppFailure)) throw thrown;
        if (turn === turns) set({ found: [] });
      }
    },
  }));
}

/** What was decided before, as the palette asks for it. */
export const useDecisions = createDecisions();

/** What was decided before, as *Tidligere* shows it. */
export const useEarlier = createDecisions();
