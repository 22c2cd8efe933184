import { create } from "zustand";
import type { DecisionListing } from "../../shared/domain/decision-listing.ts";
import { AppFailure } from "../../shared/errors.ts";
import { call } from "../api/call.ts";

type DecisionsState = {
  /** Decisions of earlier meetings that fit what was asked for last. */
  found: readonly DecisionListing[];
  /** Of several at once the last counts. What cannot be read is not offered. */
  search(text: string, exceptMeetingId: string | null): Promise<void>;
};

let asked = 0;

/** What was decided before. */
export const useDecisions = create<DecisionsState>()((set) => ({
  found: [],
  search: async (text, exceptMeetingId) => {
    asked += 1;
    const turn = asked;
    try {
      const found =
        text.trim() === "" ? [] : await call("decisions:search", { text, ...(exceptMeetingId !== null && { exceptMeetingId }) });
      if (turn === asked) set({ found });
    } catch (thrown) {
      if (!(thrown instanceof AppFailure)) throw thrown;
      if (turn === asked) set({ found: [] });
    }
  },
}));
