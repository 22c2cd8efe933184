import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";

/** Runs a command that only root may. Throws where this user may not. */
export function asRoot(command: string, ...parameters: string[]): void {
  execFileSync(command, parameters, { stdio: "ignore" });
}

/** Puts a disk of its own, this many megabytes large, at `path`. False where this user may not. */
export function mountDisk(path: string, megabytes: number): boolean {
  mkdirSync(path, { recursive: true });
  try {
    asRoot("mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", path);
    return true;
  } catch {
    return false;
  }
}

export function unmountDisk(path: string): void {
  asRoot("umount", "-l", path);
}
