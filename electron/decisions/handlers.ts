import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { findDecisions } from "./repository.ts";

/** What was decided before. */
export function createDecisionHandlers({ store }: Pick<AppContext, "store">): Pick<Handlers, "decisions:search"> {
  return {
    "decisions:search": ({ text, exceptMeetingId = null }) => store.read((db) => findDecisions(db, text, exceptMeetingId)),
  };
}
