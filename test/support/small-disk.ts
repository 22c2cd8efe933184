import { onTestFinished } from "vitest";
import { asRoot, mountDisk, unmountDisk } from "./mount-disk.ts";
import { testFolder } from "./store.ts";

/** A folder on a disk of its own of 96 MB, or null where this user may not mount one. */
export function smallDisk(): string | null {
  const path = testFolder();
  if (!mountDisk(path, 96)) return null;
  onTestFinished(() => unmountDisk(path));
  return path;
}

/** Makes a small disk refuse every write, as a folder without rights does for those who are not root. */
export function makeReadOnly(disk: string): void {
  asRoot("mount", "-o", "remount,ro", disk);
}
