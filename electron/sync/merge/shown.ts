import { meetingStates } from "../../../shared/domain/meeting.ts";
import { type Entity, isChoosable, type JsonValue } from "../../store/register-fields.ts";
import type { Member } from "../../store/siblings.ts";
import { compareDots } from "./members.ts";

/**
 * Which of a register's values stands while the others lie beside it. Where a person is to choose, the one that stood here: nothing is
 * changed under who writes. Otherwise the same on every PC: closed before open, held before planned, said before unsaid.
 */
export function shownMember(entity: Entity, field: string, members: readonly Member[], stood: Member | null): Member {
  const sorted = members.toSorted((one, other) => rank(field, one.value) - rank(field, other.value) || compareDots(one.dot, other.dot));
  const last = sorted.at(-1);
  if (last === undefined) throw new Error(`no value of ${entity}.${field}`);
  if (!isChoosable(entity, field) || stood === null) return last;
  const same = JSON.stringify(stood.value);
  return members.find(({ value }) => JSON.stringify(value) === same) ?? last;
}

function rank(field: string, value: JsonValue): number {
  if (field === "state") return (meetingStates as readonly JsonValue[]).indexOf(value);
  if (field === "outcome") return value === "normal" ? 0 : 1;
  return value === null || value === false ? 0 : 1;
}
