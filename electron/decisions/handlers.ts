import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { findDecisions } from "./repository.ts";

/** What was decided before. */
export function createDecisionHandlers({ store }: Pick<AppContext, "store">): Pick<Handlers, "decisions:search"> {
  return {
    "decisions:search": (search) => store.read((db) => findDecisions(db, search)),
  };
}
