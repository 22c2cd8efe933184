import { randomUUID } from "node:crypto";
import type { PersonEdit } from "../../shared/domain/person.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { setDeleted } from "../store/registers.ts";
import type { Edit, WritableDB } from "../store/store.ts";
import { hasPerson, insertPerson, listPeople, updatePerson } from "./repository.ts";
import { seedPeople } from "./seed.ts";

function assertKnown(db: WritableDB, id: string): void {
  if (!hasPerson(db, id)) throw new AppFailure({ kind: "not-found", what: "person", id });
}

function save(db: WritableDB, edit: Edit, { id, ...facts }: PersonEdit): void {
  const person = { kind: facts.kind, initials: facts.initials.trim(), name: facts.name.trim() };
  if (id === undefined) {
    insertPerson(db, edit, { id: randomUUID(), ...person });
    return;
  }
  assertKnown(db, id);
  updatePerson(db, edit, { id, ...person });
}

export function createPeopleHandlers(context: AppContext): Pick<Handlers, "people:list" | "people:save" | "people:delete"> {
  const { store } = context;
  return {
    "people:list": () => {
      seedPeople(context);
      return store.read(listPeople);
    },
    "people:save": (input) => {
      seedPeople(context);
      return store.write((db, edit) => {
        save(db, edit, input);
        return listPeople(db);
      });
    },
    "people:delete": ({ personId }) =>
      store.write((db, edit) => {
        assertKnown(db, personId);
        setDeleted(db, edit, "person", personId, true);
        return listPeople(db);
      }),
  };
}
