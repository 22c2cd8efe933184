import { randomUUID } from "node:crypto";

/** Finished pages on their way to the window, which fetches them itself: no message between processes carries them. */
export type PageFiles = {
  /** The path of an address that gives the file once. No one can guess it. */
  keep(pdf: Uint8Array): string;
  /** The file that a path stands for, gone from here; null when it was fetched before, or newer ones took its place. */
  take(path: string): Uint8Array | null;
};

/** One is fetched while the next is set; what was not fetched by then is out of date. */
const waitingFiles = 4;

export function createPageFiles(): PageFiles {
  const files = new Map<string, Uint8Array>();
  return {
    keep(pdf) {
      const path = `/pages/${randomUUID()}.pdf`;
      files.set(path, pdf);
      for (const oldest of [...files.keys()].slice(0, -waitingFiles)) files.delete(oldest);
      return path;
    },
    take(path) {
      const pdf = files.get(path) ?? null;
      files.delete(path);
      return pdf;
    },
  };
}
