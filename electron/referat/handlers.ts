import type { ExportFormat } from "../../shared/domain/edition.ts";
import { exportFileName } from "../../shared/domain/meeting-name.ts";
import { withChanges } from "../../shared/domain/with-changes.ts";
import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext, FileFilter } from "../context.ts";
import { keepMeeting } from "../meetings/kept-meeting.ts";
import { getMeeting } from "../meetings/repository.ts";
import { getSettings } from "../settings/repository.ts";
import { addPreviousReferat } from "./add-previous.ts";
import { composeReferat } from "./compose.ts";
import { makeCopy } from "./copy/copy.ts";
import { exportTo } from "./export.ts";
import { inLastFolder, keepFolder } from "./last-folder.ts";
import { createRehearsal } from "./rehearse.ts";
import { readSource } from "./source.ts";
import { createStoppable } from "./stoppable.ts";

const filters: Readonly<Record<ExportFormat, FileFilter>> = {
  pdf: { name: "PDF", extensions: ["pdf"] },
  html: { name: "HTML", extensions: ["html"] },
  json: { name: "JSON", extensions: ["json"] },
};

/** The place is chosen first: what is exported is the meeting as it stands when the choice is made. */
export function createReferatHandlers(
  context: AppContext,
): Pick<Handlers, "referat:export" | "referat:stop" | "referat:rehearse" | "referat:copy" | "referat:add-previous" | "referat:preview"> {
  const { watched, stop } = createStoppable(context);
  const rehearse = createRehearsal(context);
  const getKeptMeeting = keepMeeting();
  return {
    async "referat:export"({ meetingId, ...kind }) {
      const name = exportFileName(
        context.store.read((db) => getMeeting(db, meetingId)),
        kind,
      );
      const path = await context.dialogs.chooseSaveFile(await inLastFolder(context, name), filters[kind.format ?? "pdf"]);
      if (path === null) return null;
      keepFolder(context, path);
      return watched((watch) => exportTo(context, meetingId, kind, path, watch));
    },
    "referat:stop": stop,
    "referat:rehearse": ({ meetingId }) => rehearse(meetingId),
    async "referat:copy"(input) {
      const source = readSource(context, input.meetingId, "edition" in input ? input.edition : "full");
      await context.putOnClipboard(makeCopy(source, "itemId" in input ? input.itemId : null));
      return null;
    },
    "referat:add-previous": ({ meetingId }) => addPreviousReferat(context, meetingId),
    async "referat:preview"({ meetingId, form, changes = [], shown = null }) {
      const { meeting, organisation } = context.store.read((db) => ({
        meeting: getKeptMeeting(db, meetingId),
        organisation: getSettings(db).organisation,
      }));
      const set = await context.previewer.preview(composeReferat(withChanges(meeting, changes), { organisation, form }));
      if (set === null || set.revision === shown) return null;
      const { pdf, pages, revision } = set;
      return { ...context.pageFiles.keep(pdf), pages, revision };
    },
  };
}
