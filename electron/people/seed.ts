import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { lineText, uuid } from "../../shared/domain/text.ts";
import type { AppContext } from "../context.ts";
import { findSetting, putSetting } from "../settings/repository.ts";
import { insertPerson } from "./repository.ts";

const seededKey = "people.seeded";

/** `resources/people.json`: ids are fixed, so that two PCs that start afresh know the same people. */
const peopleFile = z.array(z.strictObject({ id: uuid, kind: z.enum(["person", "unit"]), initials: lineText, name: lineText }));

/** Puts the people and units that ship with the app into the database, once; what a person deletes stays deleted. */
export function seedPeople({ store, resourcesDir }: Pick<AppContext, "store" | "resourcesDir">): void {
  if (store.read((db) => findSetting(db, seededKey)) !== null) return;
  const people = peopleFile.parse(JSON.parse(readFileSync(join(resourcesDir, "people.json"), "utf8")));
  store.write((db, edit) => {
    if (findSetting(db, seededKey) !== null) return;
    for (const person of people) insertPerson(db, edit, person);
    putSetting(db, seededKey, true);
  });
}
