import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { AppContext } from "../context.ts";
import { findSetting, putSetting } from "../settings/repository.ts";

const key = "referat:folder";

/** The name in the folder where a referat was laid last, while that is there. */
export async function inLastFolder({ store }: Pick<AppContext, "store">, name: string): Promise<string> {
  const folder = store.read((db) => findSetting(db, key));
  if (typeof folder !== "string") return name;
  return access(folder).then(
    () => join(folder, name),
    () => name,
  );
}

/** The next export is proposed beside this one. The path never leaves main. */
export function keepFolder({ store }: Pick<AppContext, "store">, path: string): void {
  const folder = dirname(path);
  if (store.read((db) => findSetting(db, key)) !== folder) store.write((db) => putSetting(db, key, folder));
}
