import { randomUUID } from "node:crypto";

/** Finished pages on their way to the window, which fetches them itself: no message between processes carries them. */
export type PageFiles = {
  /** The path of an address that gives the file once, and that of the file after it: asked for before it is there, it is waited for. No one can guess them. */
  keep(pdf: Uint8Array): { address: string; next: string };
  /** The file that a path stands for, gone from here; null when it was fetched before, newer ones took its place, or another waits for it. */
  take(path: string): Promise<Uint8Array | null>;
};

/** One is fetched while the next is set; what was not fetched by then is out of date. */
const waitingFiles = 4;

const newPath = (): string => `/pages/${randomUUID()}.pdf`;

export function createPageFiles(): PageFiles {
  const files = new Map<string, Uint8Array>();
  let next = newPath();
  let give: ((pdf: Uint8Array | null) => void) | null = null;
  return {
    keep(pdf) {
      const address = next;
      next = newPath();
      if (give === null) files.set(address, pdf);
      else give(pdf);
      give = null;
      for (const oldest of [...files.keys()].slice(0, -waitingFiles)) files.delete(oldest);
      return { address, next };
    },
    async take(path) {
      if (path === next)
        return new Promise((resolve) => {
          give?.(null);
          give = resolve;
        });
      const pdf = files.get(path) ?? null;
      files.delete(path);
      return pdf;
    },
  };
}
