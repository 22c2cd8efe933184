import { limits } from "../../shared/domain/limits.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { getMeetingPart } from "../meetings/get-part.ts";
import { deleteKeptFinding, insertKeptFinding, listKeptFindings } from "./repository.ts";

/** What is to stay as it is when a meeting is closed. */
export function createFindingHandlers({ store }: Pick<AppContext, "store">): Pick<Handlers, "findings:kept" | "findings:keep"> {
  return {
    "findings:kept": ({ meetingId }) => store.read((db) => listKeptFindings(db, meetingId)),
    "findings:keep": ({ meetingId, finding, kept }) =>
      store.write((db) => {
        getMeetingPart(db, meetingId);
        if (!kept) deleteKeptFinding(db, meetingId, finding);
        else if (listKeptFindings(db, meetingId).length < limits.listEntries) insertKeptFinding(db, meetingId, finding);
        else throw new AppFailure({ kind: "invalid-input", field: "Behold", reason: `der er allerede ${limits.listEntries}` });
        return listKeptFindings(db, meetingId);
      }),
  };
}
