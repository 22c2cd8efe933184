import type { FieldChange } from "../../shared/domain/meeting.ts";
import type { Revived } from "../../shared/ipc/contract.ts";
import { findUnseen } from "../siblings/unseen-repository.ts";
import type { Entity } from "../store/register-fields.ts";
import { setDeleted } from "../store/registers.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import { findAttachment, findItem } from "./write-repository.ts";

type Owner = { entity: Entity; id: string };

/**
 * Before something is written by one who has seen no more than `received`: what of its place was deleted on another PC since stands
 * again, as it would had the deletion come a moment later and met the edit.
 */
export function reviveUnseen(
  db: WritableDB,
  edit: Edit,
  meetingId: string,
  changes: readonly Pick<FieldChange, "entity" | "id">[],
  received: number,
): Revived {
  const meeting = revive(db, edit, { entity: "meeting", id: meetingId }, received);
  const parts = changes.flatMap((change) => ownersOf(db, change)).map((owner) => revive(db, edit, owner, received));
  if (meeting) return "meeting";
  return parts.some((revived) => revived) ? "part" : null;
}

/** The part itself and the parts that hold it, the meeting left out. */
function ownersOf(db: ReadableDB, { entity, id }: Pick<FieldChange, "entity" | "id">): Owner[] {
  if (entity === "meeting") return [];
  if (entity === "category") return [{ entity, id }];
  const attachment = entity === "attachment" ? findAttachment(db, id) : null;
  const item = findItem(db, attachment?.itemId ?? id);
  return [
    ...(attachment === null ? [] : [{ entity: "attachment" as const, id }]),
    ...(item === null
      ? []
      : [
          { entity: "item" as const, id: item.id },
          { entity: "category" as const, id: item.categoryId },
        ]),
  ];
}

function revive(db: WritableDB, edit: Edit, { entity, id }: Owner, received: number): boolean {
  const deletion = findUnseen(db, { entity, id, field: "deleted" }, received);
  // Deleted here since, by someone who knew what they did.
  if (deletion === null || deletion[0] === edit.actor) return false;
  return setDeleted(db, edit, entity, id, false);
}
