import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { createMeeting, getMeeting } from "../meetings/repository.ts";
import { readMeetingFile } from "./read.ts";

/** Import of a meeting file that a person chose; the whole of it comes in, or nothing. */
export function createImportHandlers({ store, dialogs }: AppContext): Pick<Handlers, "meetings:import"> {
  return {
    "meetings:import": async () => {
      const path = (await dialogs.chooseOpenFiles({ name: "Møde som JSON", extensions: ["json"] }, false))?.[0];
      if (path === undefined) return null;
      const meeting = readMeetingFile(path, store.dataDir);
      const meetingId = store.write((db, edit) => createMeeting(db, edit, meeting));
      return store.read((db) => getMeeting(db, meetingId));
    },
  };
}
