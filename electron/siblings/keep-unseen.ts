import type { Entity, JsonValue } from "../store/register-fields.ts";
import { getField } from "../store/registers.ts";
import { addSibling } from "../store/siblings.ts";
import type { Edit, WritableDB } from "../store/store.ts";
import { findUnseen } from "./unseen-repository.ts";

/**
 * Before a register is written by someone who has seen no more than `received`: what another PC wrote in it since is kept beside, as it
 * would have been had it come a moment later.
 */
export function keepUnseen(
  db: WritableDB,
  edit: Edit,
  register: { entity: Entity; id: string; field: string },
  value: JsonValue,
  received: number,
): void {
  const dot = findUnseen(db, register, received);
  // Written here since: the text on its way goes on from that.
  if (dot === null || dot[0] === edit.actor) return;
  const standing = getField(db, register.entity, register.id, register.field as never);
  if (JSON.stringify(standing) !== JSON.stringify(value)) addSibling(db, register, { value: standing, dot });
}
