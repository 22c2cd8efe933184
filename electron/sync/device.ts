import { hostname } from "node:os";
import { getSettings } from "../settings/repository.ts";
import type { Store } from "../store/store.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Folder } from "./folder.ts";
import { listLaidVectors } from "./repository.ts";

/**
 * This installation's own file in the folder: who it is, and what it holds of each meeting. Only a receipt for the others; nobody
 * else writes it, so it is replaced.
 */
export async function writeDevice(folder: Folder, store: Store, repo: string): Promise<void> {
  const { name, vectors } = store.read((db) => ({ name: getSettings(db).minuteTaker, vectors: listLaidVectors(db, repo) }));
  const device = { format: "referent-device/1", device: store.actor, name: name === "" ? hostname() : name, vectors };
  const bytes = Buffer.from(`${canonicalJson(device)}\n`);
  const path = `data/v1/d/${store.actor}.json`;
  if ((await folder.holds(path, bytes)) !== "same") await folder.place(path, bytes, "mine");
}
