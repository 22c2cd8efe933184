import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { markMeeting } from "../follow-ups/mark-meeting.ts";
import { createMeeting, getMeeting } from "../meetings/repository.ts";
import { listKnownNames } from "../people/repository.ts";
import { seedPeople } from "../people/seed.ts";
import { readMeetingFile } from "./read.ts";

/** Import of a meeting file that a person chose; the whole of it comes in, or nothing. */
export function createImportHandlers(context: AppContext): Pick<Handlers, "meetings:import"> {
  const { store, dialogs } = context;
  return {
    "meetings:import": async () => {
      const path = (await dialogs.chooseOpenFiles({ name: "Møde som JSON", extensions: ["json"] }, false))?.[0];
      if (path === undefined) return null;
      const meeting = await readMeetingFile(path, store.dataDir);
      seedPeople(context);
      const meetingId = store.write((db, edit) => createMeeting(db, edit, markMeeting(meeting, listKnownNames(db))));
      return store.read((db) => getMeeting(db, meetingId));
    },
  };
}
