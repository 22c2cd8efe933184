import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { AppContext } from "./context.ts";
import { findSetting, putSetting } from "./settings/repository.ts";
import type { Edit, WritableDB } from "./store/store.ts";

/**
 * Puts a list that ships in `resources/` into the database, once; what a person deletes of it stays deleted. The ids in the file are
 * fixed, so that two PCs that start afresh hold the same entities.
 */
export function seedOnce<T>(
  { store, resourcesDir }: Pick<AppContext, "store" | "resourcesDir">,
  list: { key: string; file: string; entry: z.ZodType<T>; insert(db: WritableDB, edit: Edit, entry: T): void },
): void {
  if (store.read((db) => findSetting(db, list.key)) !== null) return;
  const entries = z.array(list.entry).parse(JSON.parse(readFileSync(join(resourcesDir, list.file), "utf8")));
  store.write((db, edit) => {
    if (findSetting(db, list.key) !== null) return;
    for (const entry of entries) list.insert(db, edit, entry);
    putSetting(db, list.key, true);
  });
}
