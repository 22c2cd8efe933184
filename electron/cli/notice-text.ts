import { describeError } from "../../shared/error-text.ts";
import type { Notice } from "../../shared/ipc/contract.ts";

/** What happened as the data folder was opened, in one sentence. */
export function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case "restored-from-backup":
      return `Databasen var beskadiget; sikkerhedskopien fra ${notice.backupAt} er åbnet, og den gamle fil er gemt som ${notice.keptFile}.`;
    case "restored-empty":
      return `Databasen var beskadiget, og der var ingen sikkerhedskopi; den gamle fil er gemt som ${notice.keptFile}.`;
    case "store-shortfall":
      return `Noget, der var gemt, mangler i databasen${notice.meetingTitles.length === 0 ? "" : `: ${notice.meetingTitles.join(", ")}`}.`;
    case "error":
      return describeError(notice.error);
  }
}
