import type { KnownName } from "../../shared/domain/known-name.ts";
import type { PersonView } from "../../shared/ipc/contract.ts";
import { insertEntity, setField } from "../store/registers.ts";
import { statement } from "../store/statement.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";

/** Persons and units by their initials, in Danish order. */
export function listPeople(db: ReadableDB): PersonView[] {
  const rows = db.prepare("SELECT id, kind, initials, name FROM person WHERE deleted = 0").all() as PersonView[];
  return rows.sort((a, b) => a.initials.localeCompare(b.initials, "da") || (a.id < b.id ? -1 : 1));
}

/** All who may be named, to recognise them in a text. */
export function listKnownNames(db: ReadableDB): KnownName[] {
  return statement(db, "SELECT kind, initials, name FROM person WHERE deleted = 0").all() as KnownName[];
}

export function insertPerson(db: WritableDB, edit: Edit, { id, ...person }: PersonView): void {
  insertEntity(db, edit, "person", id, { ...person, deleted: false });
}

/** True for a person or unit that is not deleted. */
export function hasPerson(db: ReadableDB, id: string): boolean {
  return statement(db, "SELECT 1 FROM person WHERE id = ? AND deleted = 0").get(id) !== undefined;
}

export function updatePerson(db: WritableDB, edit: Edit, { id, kind, initials, name }: PersonView): void {
  setField(db, edit, "person", id, "kind", kind);
  setField(db, edit, "person", id, "initials", initials);
  setField(db, edit, "person", id, "name", name);
}
