import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { referatFileName } from "../../shared/domain/meeting-name.ts";
import { examineContents } from "../attachments/examine.ts";
import type { AppContext } from "../context.ts";
import { getMeeting } from "../meetings/repository.ts";
import { getSettings } from "../settings/repository.ts";
import { bilagWarnings, typesetWithBilag } from "./bilag.ts";
import { composeReferat } from "./compose.ts";
import type { TypesetResult } from "./typesetter.ts";

/**
 * The referat of a meeting as it stands in the database now, its bilag after their punkter. A bilag that cannot be shown gets a page
 * that says so, and a warning. Throws AppFailure `not-found` or `typeset-failed`.
 */
export async function makeReferat(
  parts: Pick<AppContext, "store" | "typesetter" | "prober">,
  meetingId: string,
): Promise<{ fileName: string; meeting: MeetingView; result: TypesetResult }> {
  const { meeting, organisation } = parts.store.read((db) => ({
    meeting: getMeeting(db, meetingId),
    organisation: getSettings(db).organisation,
  }));
  const contents = await examineContents(
    parts,
    itemsOf(meeting).flatMap((item) => item.attachments),
  );
  const { result } = await typesetWithBilag(parts, contents, () => composeReferat(meeting, { organisation, contents }));
  const warnings = [...bilagWarnings(meeting, contents), ...result.warnings];
  return { fileName: referatFileName(meeting), meeting, result: { ...result, warnings } };
}
