import { type FolderFile, type FolderFs, systemFolderFs } from "../../../electron/sync/folder.ts";

/** One call to the folder, counted from 0. */
export type Operation = { index: number; name: keyof FolderFs | keyof FolderFile; path: string };

/** What befalls a call: it fails, fails although it was done, takes some of the bytes (and the `next` are refused), or never answers until `released`. */
export type Fault = { code: string; done?: boolean } | { shortBytes: number; next?: string } | { hangUntil: Promise<void> };

export type FaultyFolder = FolderFs & {
  readonly operations: Operation[];
  /** Asked before each call; null lets it through. */
  fault: (operation: Operation) => Fault | null;
};

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A file that was opened, and whose opener is told that it was not. */
async function letGo(value: unknown): Promise<void> {
  if (typeof value === "object" && value !== null && "close" in value) await (value as FolderFile).close();
}

/** The real calls, with faults put between. */
export function faultyFolder(fault: (operation: Operation) => Fault | null = () => null): FaultyFolder {
  const operations: Operation[] = [];

  async function run<T>(name: Operation["name"], path: string, call: () => Promise<T>): Promise<T> {
    const operation = { index: operations.length, name, path };
    operations.push(operation);
    const put = faulty.fault(operation);
    if (put === null || "shortBytes" in put) return call();
    if ("hangUntil" in put) {
      await put.hangUntil;
      return call();
    }
    if (put.done === true) await call().then(letGo);
    throw failure(put.code);
  }

  function watched(file: FolderFile, path: string): FolderFile {
    return {
      async write(bytes) {
        const operation = { index: operations.length, name: "write" as const, path };
        const put = faulty.fault(operation);
        if (put === null || !("shortBytes" in put)) return run("write", path, () => file.write(bytes));
        operations.push(operation);
        const written = await file.write(bytes.subarray(0, put.shortBytes));
        if (put.next !== undefined) throw failure(put.next);
        return written;
      },
      sync: () => run("sync", path, () => file.sync()),
      async close() {
        // A close that fails lets go of the file all the same, as the system does.
        await run("close", path, () => Promise.resolve()).finally(() => file.close());
      },
    };
  }

  const faulty: FaultyFolder = {
    operations,
    fault,
    stat: (path) => run("stat", path, () => systemFolderFs.stat(path)),
    lstat: (path) => run("lstat", path, () => systemFolderFs.lstat(path)),
    readdir: (path) => run("readdir", path, () => systemFolderFs.readdir(path)),
    mkdir: (path) => run("mkdir", path, () => systemFolderFs.mkdir(path)),
    readFile: (path) => run("readFile", path, () => systemFolderFs.readFile(path)),
    open: async (path, flag) => watched(await run("open", path, () => systemFolderFs.open(path, flag)), path),
    link: (from, to) => run("link", to, () => systemFolderFs.link(from, to)),
    rename: (from, to) => run("rename", to, () => systemFolderFs.rename(from, to)),
    unlink: (path) => run("unlink", path, () => systemFolderFs.unlink(path)),
  };
  return faulty;
}
