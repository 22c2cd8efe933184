import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { createStoppable } from "../referat/stoppable.ts";

type FolderHandlers = Pick<
  Handlers,
  "referat:publish" | "referat:stop-publishing" | "folder:state" | "folder:choose" | "folder:forget" | "folder:retry" | "folder:pull"
>;

/** The requests about the shared folder. */
export function createFolderHandlers({ publisher, dialogs, emit }: Pick<AppContext, "publisher" | "dialogs" | "emit">): FolderHandlers {
  const { watched, stop } = createStoppable({ emit });
  return {
    "referat:publish": ({ meetingId }) => watched((watch) => publisher.publish(meetingId, watch)),
    "referat:stop-publishing": stop,
    "folder:state": () => publisher.state(),
    "folder:choose": async () => {
      const path = await dialogs.chooseFolder("Vælg den delte mappe");
      if (path === null) return null;
      const state = await publisher.choose(path);
      void publisher.pull();
      return state;
    },
    "folder:forget": () => publisher.forget(),
    "folder:retry": () => publisher.retry(),
    "folder:pull": async () => {
      await publisher.pull();
      return publisher.state();
    },
  };
}
