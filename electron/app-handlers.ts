import type { Handlers } from "../shared/ipc/contract.ts";
import type { AppContext } from "./context.ts";

/** The requests about the app itself. */
export function createAppHandlers(context: AppContext): Pick<Handlers, "app:status" | "app:flushed"> {
  return {
    "app:status": () => ({ version: context.version, standIn: context.standIn, notices: [...context.store.notices] }),
    "app:flushed": () => {
      context.flushed();
      return null;
    },
  };
}
