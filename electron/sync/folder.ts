import { link, lstat, mkdir, open, readdir, readFile, rename, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeOf } from "./folder-error.ts";
import { type Owner, placeFile } from "./place.ts";
import type { Timing } from "./retry.ts";

/** What lies at a path: a link or device is `other`. */
type FolderEntry = { kind: "file" | "directory" | "other"; bytes: number };

/** `write` gives how many bytes were taken, which may be fewer than offered. */
export type FolderFile = { write(bytes: Uint8Array): Promise<number>; sync(): Promise<void>; close(): Promise<void> };

/** The few calls that reach the shared folder; tests put faults between. Failures carry the system's `code`. */
export type FolderFs = {
  /** Follows links; only for the folder that a person chose. */
  stat(path: string): Promise<FolderEntry>;
  lstat(path: string): Promise<FolderEntry>;
  readdir(path: string): Promise<string[]>;
  mkdir(path: string): Promise<void>;
  readFile(path: string): Promise<Uint8Array>;
  open(path: string, flag: "wx" | "w"): Promise<FolderFile>;
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
};

function entryOf(found: { isFile(): boolean; isDirectory(): boolean; size: number }): FolderEntry {
  return { kind: found.isFile() ? "file" : found.isDirectory() ? "directory" : "other", bytes: found.size };
}

export const systemFolderFs: FolderFs = {
  stat: async (path) => entryOf(await stat(path)),
  lstat: async (path) => entryOf(await lstat(path)),
  readdir,
  mkdir: async (path) => {
    await mkdir(path);
  },
  readFile,
  open: async (path, flag) => {
    const file = await open(path, flag);
    return {
      write: async (bytes) => (await file.write(bytes)).bytesWritten,
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  link,
  rename,
  unlink,
};

/** The folder in use. Paths are relative to its root with "/" between; failures carry the system's code. */
export type Folder = {
  find(path: string): Promise<FolderEntry | null>;
  /** Names in a directory; none when it is not there. */
  list(path: string): Promise<string[]>;
  /** A regular file's bytes, or null when there is none or it is larger than `mostBytes`, which is seen before it is read. */
  read(path: string, mostBytes: number): Promise<Uint8Array | null>;
  /** Whether exactly these bytes lie there. Anything else under the name is `other`, never read when the size differs. */
  holds(path: string, bytes: Uint8Array): Promise<"absent" | "same" | "other">;
  /** Gives whole, synced bytes a final name. `taken`: someone holds the shared name; nothing of theirs was touched. */
  place(path: string, bytes: Uint8Array, owner: Owner): Promise<"placed" | "taken">;
};

/** `root` must exist; it is never made here, so that an unplugged drive's empty mount point stays empty. */
export function openFolder(root: string, fs: FolderFs, timing: Timing): Folder {
  const full = (path: string) => join(root, ...path.split("/"));

  async function find(path: string): Promise<FolderEntry | null> {
    try {
      return await fs.lstat(full(path));
    } catch (error) {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    }
  }

  async function list(path: string): Promise<string[]> {
    try {
      return await fs.readdir(full(path));
    } catch (error) {
      if (codeOf(error) === "ENOENT") return [];
      throw error;
    }
  }

  async function read(path: string, mostBytes: number): Promise<Uint8Array | null> {
    const entry = await find(path);
    return entry?.kind === "file" && entry.bytes <= mostBytes ? await fs.readFile(full(path)) : null;
  }

  async function holds(path: string, bytes: Uint8Array): Promise<"absent" | "same" | "other"> {
    const entry = await find(path);
    if (entry === null) return "absent";
    if (entry.kind !== "file" || entry.bytes !== bytes.byteLength) return "other";
    return Buffer.compare(await fs.readFile(full(path)), bytes) === 0 ? "same" : "other";
  }

  async function makeDirectories(path: string): Promise<void> {
    const parts = dirname(path).split("/");
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const part = parts.slice(0, depth).join("/");
      if (part === "." || (await find(part))?.kind === "directory") continue;
      await fs.mkdir(full(part)).catch(async (error: unknown) => {
        // Another PC may have made it first; anything but a directory there, a link too, is not ours to go through.
        if ((await find(part))?.kind !== "directory") throw error;
      });
    }
  }

  async function place(path: string, bytes: Uint8Array, owner: Owner): Promise<"placed" | "taken"> {
    await makeDirectories(path);
    return placeFile({ fs, timing }, full(path), bytes, owner);
  }

  return { find, list, read, holds, place };
}
