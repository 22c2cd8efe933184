/** Where a punkt begins: `top` is the part of the page's height above its heading. */
export type Place = { number: number; page: number; top: number };

/** The line that is being written: `top` and `bottom` are parts of the page's height. */
export type Mark = { page: number; top: number; bottom: number };

/** What stands before the caret in a punkt, without spaces, and how many times it has come in the punkt by then. */
export type CaretWords = { number: number; words: string; times: number };

/** A page (from 1) as wide as it is shown, in pixels of the screen. */
export type PageLook = { page: number; width: number };

/**
 * To the worker. A page is drawn on the surface last given for it, until it is gone. The PDF is fetched from its address, which gives it once,
 * and the one after it from `next`, ahead of being opened. Of several referats that wait only the newest is opened; `looks` are drawn at
 * once where they look another way, in that order, and the line of `caret` is looked for then.
 */
export type ToReader =
  | { kind: "open"; address: string; next: string; looks: PageLook[]; caret: CaretWords | null }
  | { kind: "surface"; page: number; surface: OffscreenCanvas }
  | { kind: "gone"; page: number }
  | { kind: "draw"; look: PageLook }
  | { kind: "mark"; caret: CaretWords | null }
  | { kind: "close" };

/**
 * From the worker: what the newest referat holds, that a page's surface shows another look of it, the line of the caret, that a referat
 * could not be read or drawn, or that the worker has ended, and every surface with it.
 */
export type FromReader =
  | { kind: "opened"; pages: number; places: Place[] }
  | { kind: "drawn"; page: number }
  | { kind: "marked"; mark: Mark | null }
  | { kind: "failed" }
  | { kind: "ended" };
