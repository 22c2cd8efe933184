import type { FolderFile, FolderFs } from "./folder.ts";
import { callFailure } from "./folder-error.ts";
import type { Timing } from "./retry.ts";

// A hung call keeps one of the process's four file threads until it lets go; past this many, new calls fail at once instead.
const hungCallsAllowed = 2;

/**
 * The same calls, each ended with ETIMEDOUT after the limit, and with ECANCELED as soon as `closing` is aborted. A call that was
 * given up may still finish later; a file it then opens is closed again.
 */
export function limitCalls(fs: FolderFs, timing: Pick<Timing, "callLimitMs">, closing: AbortSignal): FolderFs {
  let hung = 0;

  async function limited<T>(start: () => Promise<T>, whenLate: (value: T) => void = () => undefined): Promise<T> {
    if (closing.aborted) throw callFailure("ECANCELED");
    if (hung >= hungCallsAllowed) throw callFailure("ETIMEDOUT");
    let settled = false;
    const call = start().finally(() => {
      settled = true;
    });
    const end = deadline(timing.callLimitMs, closing);
    try {
      return await Promise.race([call, end.passed]);
    } finally {
      end.clear();
      if (!settled) {
        hung += 1;
        const freed = () => {
          hung -= 1;
        };
        call.then(whenLate, () => undefined).finally(freed);
      }
    }
  }

  const limitFile = (file: FolderFile): FolderFile => ({
    write: (bytes) => limited(() => file.write(bytes)),
    sync: () => limited(() => file.sync()),
    close: () => limited(() => file.close()),
  });

  return {
    stat: (path) => limited(() => fs.stat(path)),
    lstat: (path) => limited(() => fs.lstat(path)),
    readdir: (path) => limited(() => fs.readdir(path)),
    mkdir: (path) => limited(() => fs.mkdir(path)),
    readFile: (path) => limited(() => fs.readFile(path)),
    open: async (path, flag) =>
      limitFile(
        await limited(
          () => fs.open(path, flag),
          (late) => void late.close().catch(() => undefined),
        ),
      ),
    link: (from, to) => limited(() => fs.link(from, to)),
    rename: (from, to) => limited(() => fs.rename(from, to)),
    unlink: (path) => limited(() => fs.unlink(path)),
  };
}

function deadline(limitMs: number, closing: AbortSignal): { passed: Promise<never>; clear: () => void } {
  let fail: (code: string) => void = () => undefined;
  const passed = new Promise<never>((_, reject) => {
    fail = (code) => reject(callFailure(code));
  });
  const cancel = () => fail("ECANCELED");
  const timer = setTimeout(() => fail("ETIMEDOUT"), limitMs);
  closing.addEventListener("abort", cancel);
  const clear = () => {
    clearTimeout(timer);
    closing.removeEventListener("abort", cancel);
  };
  return { passed, clear };
}
