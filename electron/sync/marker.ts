import { randomUUID } from "node:crypto";
import { AppFailure } from "../../shared/errors.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Folder } from "./folder.ts";
import { readmeBytes, readmePath } from "./readme.ts";

const markerFormat = "referent-repo/1";
const markerName = /^repo-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.json$/;
const mostMarkerBytes = 4 * 1024;

/** Where Referent's own files lie below the root. */
export const dataPath = "data/v1";

function markerPath(repo: string): string {
  return `${dataPath}/repo-${repo}.json`;
}

/**
 * The folder's identity: the lowest UUID among its valid markers, so that two PCs which each made one agree. A folder without one
 * gets a marker, and a readme where none lies. Throws with the system's code when the folder cannot be read or written.
 */
export async function takeIntoUse(folder: Folder): Promise<string> {
  const found = await findLowestMarker(folder);
  if (found !== null) return found;
  const repo = randomUUID();
  // The readme first: once there is a marker, nobody comes back to write it.
  if ((await folder.find(readmePath)) === null) await folder.place(readmePath, readmeBytes(), "shared");
  await folder.place(markerPath(repo), Buffer.from(`${canonicalJson({ format: markerFormat, id: repo, minReader: 1 })}\n`), "mine");
  // Listed again, as another PC may have made its marker meanwhile; a stale listing may lack our own.
  const lowest = await findLowestMarker(folder);
  return lowest !== null && lowest < repo ? lowest : repo;
}

/** Throws AppFailure `folder-changed` unless the folder bears this identity. A missing marker never means that anything was deleted. */
export async function checkMarker(folder: Folder, repo: string): Promise<void> {
  if (await isMarker(folder, repo)) return;
  throw new AppFailure({ kind: "folder-changed", expected: repo, found: await findLowestMarker(folder) });
}

async function findLowestMarker(folder: Folder): Promise<string | null> {
  const named = (await folder.list(dataPath)).map((name) => markerName.exec(name)?.[1]).filter((id) => id !== undefined);
  for (const id of named.sort()) if (await isMarker(folder, id)) return id;
  return null;
}

async function isMarker(folder: Folder, repo: string): Promise<boolean> {
  const bytes = await folder.read(markerPath(repo), mostMarkerBytes);
  if (bytes === null) return false;
  try {
    const marker: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return typeof marker === "object" && marker !== null && "format" in marker && "id" in marker
      ? marker.format === markerFormat && marker.id === repo
      : false;
  } catch {
    return false;
  }
}
