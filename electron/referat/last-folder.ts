import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AppContext } from "../context.ts";
import { findSetting, putSetting } from "../settings/repository.ts";

const key = "referat:folder";

/** The name in the folder where a referat was laid last, while that is there. */
export function inLastFolder({ store }: Pick<AppContext, "store">, name: string): string {
  const folder = store.read((db) => findSetting(db, key));
  return typeof folder === "string" && existsSync(folder) ? join(folder, name) : name;
}

/** The next export is proposed beside this one. The path never leaves main. */
export function keepFolder({ store }: Pick<AppContext, "store">, path: string): void {
  const folder = dirname(path);
  if (store.read((db) => findSetting(db, key)) !== folder) store.write((db) => putSetting(db, key, folder));
}
