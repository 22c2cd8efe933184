import type { FollowUpEdit, FollowUpListing } from "../../shared/domain/follow-up-view.ts";
import { AppFailure } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { useOpenMeeting } from "./open-meeting.ts";

/** Saves what a person sets of a follow-up in the open meeting; its sentence first, as the record comes from that. Throws AppFailure. */
export async function saveFollowUp(edit: FollowUpEdit): Promise<FollowUpListing> {
  const { flush, saving } = useOpenMeeting.getState();
  if (!(await flush())) throw new AppFailure(saving.kind === "failed" ? saving.error : { kind: "save-failed", code: "unsaved" });
  return call("follow-ups:save", edit);
}
