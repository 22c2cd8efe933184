import type { FieldChange } from "../../shared/domain/meeting.ts";
import { isBlank } from "../../shared/domain/rich-text.ts";
import type { Input, SavedFields } from "../../shared/ipc/contract.ts";
import { stepFollowUps } from "../follow-ups/step.ts";
import { findUnkept, keepRevision } from "../history/keep.ts";
import { keepUnseen } from "../siblings/keep-unseen.ts";
import { findOperationReply, rememberOperation } from "../store/operations.ts";
import type { JsonValue } from "../store/registers.ts";
import type { Edit, WritableDB } from "../store/store.ts";
import { getMeetingPart, notFound } from "./get-part.ts";
import { assertUnlocked, noteEdit } from "./note-edit.ts";
import { saveRecommendations } from "./recommendations-repository.ts";
import { reviveUnseen } from "./revive.ts";
import { findChanged, getSavedAt, getStanding, saveField, setMeetingState, touchMeeting } from "./write-repository.ts";

/** What another PC wrote since `received` was not seen by who saves: it is kept beside what is saved. */
function save(db: WritableDB, edit: Edit, change: FieldChange, received: number): boolean {
  if (change.field === "recommendations") return saveRecommendations(db, edit, change.id, change.value, received);
  keepUnseen(db, edit, change, change.value as JsonValue, received);
  return saveField(db, edit, change);
}

function isFirstDecision(change: FieldChange): boolean {
  return change.field === "decision" && !isBlank(change.value);
}

function mayHoldFollowUps({ field }: FieldChange): boolean {
  return field === "decision" || field === "publicDecision" || field === "agendaText";
}

/**
 * Makes the changes of one meeting, each that is one with a revision; a part that was deleted meanwhile still takes its text, so that
 * nothing typed is lost. The first decision written sets a planned meeting running.
 */
export function applyChanges(
  db: WritableDB,
  edit: Edit,
  meetingId: string,
  changes: readonly FieldChange[],
  received: number = Number.MAX_SAFE_INTEGER,
): void {
  getMeetingPart(db, meetingId);
  for (const { entity, id } of changes) if (findChanged(db, entity, id)?.meetingId !== meetingId) throw notFound(entity, id);
  assertUnlocked(db, meetingId);
  const savedAt = getSavedAt(db, meetingId);
  const changed = changes.filter((change) => {
    const unkept = findUnkept(db, change);
    if (!save(db, edit, change, received)) return false;
    keepRevision(db, edit, change, { unkept, savedAt });
    return true;
  });
  for (const itemId of new Set(changed.filter(mayHoldFollowUps).map(({ id }) => id))) stepFollowUps(db, edit, itemId);
  if (changes.some(isFirstDecision) && getStanding(db, meetingId).state === "planned") setMeetingState(db, edit, meetingId, "running");
  if (changed.length > 0) noteEdit(db, edit, meetingId);
  else touchMeeting(db, edit, meetingId);
}

/**
 * Saves what the window changed; who writes on wins over one who deleted it elsewhere meanwhile. A repeated operation gives its first
 * reply and changes nothing.
 */
export function saveFields(db: WritableDB, edit: Edit, input: Input<"meetings:save-fields">): SavedFields {
  const { operationId, meetingId, changes, received } = input;
  const before = findOperationReply(db, operationId);
  if (before !== null) return before as SavedFields;
  const revived = received === undefined ? null : reviveUnseen(db, edit, meetingId, changes, received);
  applyChanges(db, edit, meetingId, changes, received);
  const { state, correctedAt } = getStanding(db, meetingId);
  const reply: SavedFields = { savedAt: edit.at, state, correctedAt, revived };
  rememberOperation(db, edit, operationId, reply);
  return reply;
}
