import { longDate } from "../../shared/domain/date.ts";
import { describeError } from "../../shared/error-text.ts";
import { assertNever } from "../../shared/errors.ts";
import type { Notice } from "../../shared/ipc/contract.ts";

/** A notice from the start or the background, in a referent's words. */
export function describeNotice(notice: Notice): string {
  switch (notice.kind) {
    case "restored-from-backup":
      return `Databasen kunne ikke læses, så Referent har hentet sikkerhedskopien fra ${longDate(notice.backupAt.slice(0, 10))}. Den gamle fil er gemt som ${notice.keptFile}. Se dine seneste møder efter.`;
    case "restored-empty":
      return `Databasen kunne ikke læses, og der var ingen sikkerhedskopi. Referent er begyndt forfra; den gamle fil er gemt som ${notice.keptFile}. Bed om hjælp, før du sletter den.`;
    case "store-shortfall":
      return `Nogle møder er ikke helt, som de blev gemt: ${notice.meetingTitles.join(", ")}. Intet er slettet. Se dem efter.`;
    case "error":
      return describeError(notice.error);
    default:
      return assertNever(notice);
  }
}
