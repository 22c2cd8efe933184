import type { Folder } from "../folder.ts";
import { dataPath } from "../marker.ts";

const meetingsPath = `${dataPath}/m`;
// data/v1/m/<year>/<meeting>/<file>, and one more for whoever sorted them in a folder of their own.
const deepest = 4;

/**
 * Every JSON file below the meetings, whatever its name is: a cloud folder renames what collides. What is half written is left out. In
 * the order of names, so that an actor's snapshots come in the order they were made.
 */
export async function listMeetingFiles(folder: Folder, path = meetingsPath, depth = 1): Promise<string[]> {
  const found: string[] = [];
  for (const name of (await folder.list(path)).sort()) {
    const full = `${path}/${name}`;
    if (name.startsWith(".")) continue;
    if (name.toLowerCase().endsWith(".json")) found.push(full);
    else if (depth < deepest && (await folder.find(full))?.kind === "directory")
      found.push(...(await listMeetingFiles(folder, full, depth + 1)));
  }
  return found;
}
