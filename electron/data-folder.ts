import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { AppFailure } from "../shared/errors.ts";
import { type FileSystemProbe, findRemoteReason, isNetworkName, systemProbe } from "./remote-folder.ts";

type Surroundings = { platform: NodeJS.Platform; env: Record<string, string | undefined>; home: string };

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() });

/** Where a person's data lies unless another folder is named. On Windows never the roaming profile. */
export function defaultDataFolder({ platform, env, home }: Surroundings = here()): string {
  if (platform === "win32") return join(env["LOCALAPPDATA"] ?? join(home, "AppData", "Local"), "Referent");
  if (platform === "darwin") return join(home, "Library", "Application Support", "Referent");
  const data = env["XDG_DATA_HOME"];
  return join(data?.startsWith("/") === true ? data : join(home, ".local", "share"), "referent");
}

/** The data folder that the arguments name (`--data=…`, `--data …`; `--user-data-dir=…` too where that is allowed), or the default. */
export function dataFolder(argv: readonly string[], options: { userDataDir: boolean }): string {
  const names = options.userDataDir ? ["--data", "--user-data-dir"] : ["--data"];
  for (const [index, argument] of argv.entries()) {
    const [name = "", ...rest] = argument.split("=");
    if (!names.includes(name)) continue;
    const value = rest.length > 0 ? rest.join("=") : argv[index + 1];
    if (value !== undefined && value !== "") return isNetworkName(value) ? value : resolve(value);
  }
  return defaultDataFolder();
}

/**
 * Makes the data folder if it is not there (0700) and refuses one that the database would not be safe in.
 * Throws AppFailure `data-folder-remote` (on another machine) or `data-folder-unwritable` (rights, another owner, a full disk).
 */
export function checkDataFolder(dir: string, probe: FileSystemProbe = systemProbe): void {
  // By name first: merely looking at \\server\share sends this person's credentials there.
  if (isNetworkName(dir)) throw new AppFailure({ kind: "data-folder-remote", reason: "stien begynder med et servernavn" });
  const reason = attempt(() => {
    makeFolder(dir);
    return findRemoteReason(dir, probe);
  });
  if (reason !== null) throw new AppFailure({ kind: "data-folder-remote", reason });
  attempt(() => {
    refuseForeignOwner(dir);
    probeWrite(dir);
  });
}

const isFolder = (dir: string): boolean => statSync(dir, { throwIfNoEntry: false })?.isDirectory() === true;

/** Not `recursive`: that never returns where a parent is there but takes no folder, as in /proc. */
function makeFolder(dir: string): void {
  if (isFolder(dir)) return;
  if (dirname(dir) !== dir) makeFolder(dirname(dir));
  try {
    mkdirSync(dir, { mode: 0o700 });
  } catch (error) {
    // Another process started in the same moment and made it first.
    if (!isFolder(dir)) throw error;
  }
}

function attempt<T>(run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw new AppFailure({ kind: "data-folder-unwritable", code: (cause as NodeJS.ErrnoException).code ?? "UNKNOWN" }, cause);
  }
}

function refuseForeignOwner(dir: string): void {
  const user = process.getuid?.();
  // root may use any folder: a container's files often belong to a user outside it.
  if (user === undefined || user === 0 || statSync(dir).uid === user) return;
  throw Object.assign(new Error("the folder belongs to another user"), { code: "EOWNER" });
}

/** Writes and removes a file: rights, quota and read-only file systems show only then. */
function probeWrite(dir: string): void {
  const path = join(dir, `.proeve-${randomUUID()}`);
  const file = openSync(path, "wx", 0o600);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
    rmSync(path, { force: true });
  }
}
