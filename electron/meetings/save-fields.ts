import type { FieldChange } from "../../shared/domain/meeting.ts";
import { isBlank } from "../../shared/domain/rich-text.ts";
import type { Input } from "../../shared/ipc/contract.ts";
import { findOperationReply, rememberOperation } from "../store/operations.ts";
import type { Edit, WritableDB } from "../store/store.ts";
import { getMeetingPart, notFound } from "./get-part.ts";
import { saveRecommendations } from "./recommendations-repository.ts";
import { findChanged, isPlanned, saveField, setMeetingState, touchMeeting } from "./write-repository.ts";

function save(db: WritableDB, edit: Edit, change: FieldChange): boolean {
  if (change.field === "recommendations") return saveRecommendations(db, edit, change.id, change.value);
  return saveField(db, edit, change);
}

function isFirstDecision(change: FieldChange): boolean {
  return change.field === "decision" && !isBlank(change.value);
}

/**
 * Saves the changes of one meeting; a part that was deleted meanwhile still takes its text, so that nothing typed is lost. The first
 * decision written sets a planned meeting running. A repeated operation gives its first reply and changes nothing.
 */
export function saveFields(db: WritableDB, edit: Edit, input: Input<"meetings:save-fields">): { savedAt: string } {
  const { operationId, meetingId, changes } = input;
  const before = findOperationReply(db, operationId);
  if (before !== null) return before as { savedAt: string };
  getMeetingPart(db, meetingId);
  for (const { entity, id } of changes) if (findChanged(db, entity, id)?.meetingId !== meetingId) throw notFound(entity, id);
  for (const change of changes) save(db, edit, change);
  if (changes.some(isFirstDecision) && isPlanned(db, meetingId)) setMeetingState(db, edit, meetingId, "running");
  touchMeeting(db, edit, meetingId);
  const reply = { savedAt: edit.at };
  rememberOperation(db, edit, operationId, reply);
  return reply;
}
