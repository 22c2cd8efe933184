import { basename } from "node:path";
import { withChanges } from "../../shared/domain/with-changes.ts";
import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { getMeeting } from "../meetings/repository.ts";
import { getSettings } from "../settings/repository.ts";
import { composeReferat } from "./compose.ts";
import { makeReferat, suggestedName } from "./make.ts";
import { writeFileSafely } from "./write-file.ts";

/** The place is chosen first: what is exported is the meeting as it stands when the choice is made. */
export function createReferatHandlers(context: AppContext): Pick<Handlers, "referat:export" | "referat:preview"> {
  return {
    async "referat:export"({ meetingId, form, edition }) {
      const suggested = suggestedName(
        context.store.read((db) => getMeeting(db, meetingId)),
        { form, edition },
      );
      const path = await context.dialogs.chooseSaveFile(suggested, { name: "PDF", extensions: ["pdf"] });
      if (path === null) return null;
      const { result } = await makeReferat(context, meetingId, { form, edition });
      await writeFileSafely(path, result.pdf);
      return { fileName: basename(path), pages: result.pages, bytes: result.pdf.byteLength, warnings: result.warnings };
    },
    "referat:preview"({ meetingId, form, changes = [] }) {
      const { meeting, organisation } = context.store.read((db) => ({
        meeting: getMeeting(db, meetingId),
        organisation: getSettings(db).organisation,
      }));
      return context.previewer.preview(composeReferat(withChanges(meeting, changes), { organisation, form }));
    },
  };
}
