import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { createStoppable } from "../referat/stoppable.ts";

type FolderHandlers = Pick<
  Handlers,
  "referat:publish" | "referat:stop-publishing" | "folder:state" | "folder:choose" | "folder:forget" | "folder:retry"
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
      return path === null ? null : publisher.choose(path);
    },
    "folder:forget": () => publisher.forget(),
    "folder:retry": () => publisher.retry(),
  };
}
