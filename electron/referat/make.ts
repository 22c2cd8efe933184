import type { MeetingView } from "../../shared/domain/meeting.ts";
import { referatFileName } from "../../shared/domain/meeting-name.ts";
import type { AppContext } from "../context.ts";
import { getMeeting } from "../meetings/repository.ts";
import { getSettings } from "../settings/repository.ts";
import { composeReferat } from "./compose.ts";
import type { TypesetResult } from "./typesetter.ts";

/** The referat of a meeting as it stands in the database now. Throws AppFailure `not-found` or `typeset-failed`. */
export async function makeReferat(
  parts: Pick<AppContext, "store" | "typesetter">,
  meetingId: string,
): Promise<{ fileName: string; meeting: MeetingView; result: TypesetResult }> {
  const { meeting, organisation } = parts.store.read((db) => ({
    meeting: getMeeting(db, meetingId),
    organisation: getSettings(db).organisation,
  }));
  const result = await parts.typesetter.typeset(composeReferat(meeting, { organisation }));
  return { fileName: referatFileName(meeting), meeting, result };
}
