import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";

type FolderHandlers = Pick<Handlers, "referat:publish" | "folder:state" | "folder:choose" | "folder:forget" | "folder:retry">;

/** The requests about the shared folder. */
export function createFolderHandlers({ publisher, dialogs }: Pick<AppContext, "publisher" | "dialogs">): FolderHandlers {
  return {
    "referat:publish": ({ meetingId }) => publisher.publish(meetingId),
    "folder:state": () => publisher.state(),
    "folder:choose": async () => {
      const path = await dialogs.chooseFolder("Vælg den delte mappe");
      return path === null ? null : publisher.choose(path);
    },
    "folder:forget": () => publisher.forget(),
    "folder:retry": () => publisher.retry(),
  };
}
