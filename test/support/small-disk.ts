import { execFileSync } from "node:child_process";
import { onTestFinished } from "vitest";
import { testFolder } from "./store.ts";

const asRoot = (command: string, ...parameters: string[]) => execFileSync(command, parameters, { stdio: "ignore" });

/** A folder on a disk of its own of 96 MB, or null where this user may not mount one. */
export function smallDisk(): string | null {
  const path = testFolder();
  try {
    asRoot("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", path);
  } catch {
    return null;
  }
  onTestFinished(() => {
    asRoot("umount", "-l", path);
  });
  return path;
}

/** Makes a small disk refuse every write, as a folder without rights does for those who are not root. */
export function makeReadOnly(disk: string): void {
  asRoot("mount", "-o", "remount,ro", disk);
}
