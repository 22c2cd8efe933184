import type { MeetingView } from "../../shared/domain/meeting.ts";
import { useOpenMeeting } from "./open-meeting.ts";

/** When the open meeting's approved minutes were last corrected, or null; a save since it was read counts, as main then notes one. */
export function useCorrectedAt(meeting: MeetingView): string | null {
  return useOpenMeeting(({ saving }) => {
    if (meeting.state !== "approved") return null;
    return saving.kind === "saved" && saving.at > meeting.savedAt ? saving.at : meeting.correctedAt;
  });
}
