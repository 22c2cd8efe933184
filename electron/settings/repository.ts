import { defaultSettings, type Settings, settings } from "../../shared/domain/settings.ts";
import type { Input } from "../../shared/ipc/contract.ts";
import type { JsonValue } from "../store/registers.ts";
import type { ReadableDB, WritableDB } from "../store/store.ts";

const ownKey = "settings";

/** A value of this installation by its key, or null. Rooms prefix their keys with their own name. */
export function findSetting(db: ReadableDB, key: string): JsonValue | null {
  const row = db.prepare("SELECT value FROM setting WHERE key = ?").get(key) as { value: string } | undefined;
  return row === undefined ? null : (JSON.parse(row.value) as JsonValue);
}

export function putSetting(db: WritableDB, key: string, value: JsonValue): void {
  db.prepare("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value").run(
    key,
    JSON.stringify(value),
  );
}

/** The settings of this installation; what was never set, or cannot be read by this version, has its default. */
export function getSettings(db: ReadableDB): Settings {
  const stored = findSetting(db, ownKey);
  const fields = typeof stored === "object" && stored !== null ? Object.entries(stored) : [];
  const known = fields.filter(([field, value]) => settings.partial().safeParse({ [field]: value }).success);
  return { ...defaultSettings, ...Object.fromEntries(known) };
}

/** Changes the settings given and leaves the others; gives all of them. */
export function putSettings(db: WritableDB, changed: Input<"settings:save">): Settings {
  const given = Object.entries(changed).filter(([, value]) => value !== undefined);
  putSetting(db, ownKey, { ...getSettings(db), ...Object.fromEntries(given) });
  return getSettings(db);
}
