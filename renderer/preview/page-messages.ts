/** Where a punkt begins: `top` is the part of the page's height above its heading. */
export type Place = { number: number; page: number; top: number };

/** The line that is being written: `top` and `bottom` are parts of the page's height. */
export type Mark = { page: number; top: number; bottom: number };

/** What stands before the caret in a punkt, without spaces, and how many times it has come in the punkt by then. */
export type CaretWords = { number: number; words: string; times: number };

/** A page (from 1) as wide as it is shown, in pixels of the screen. */
export type PageLook = { page: number; width: number };

/**
 * To the worker. The PDF is fetched from its address, which gives it once, and the one after it from `next`, ahead of being opened. Of several referats that wait only the newest is opened; `looks` are drawn at once where they look another way, in that order, and the line of
 * `caret` is looked for then.
 */
export type ToReader =
  | { kind: "open"; address: string; next: string; looks: PageLook[]; caret: CaretWords | null }
  | { kind: "draw"; look: PageLook }
  | { kind: "mark"; caret: CaretWords | null }
  | { kind: "close" };

/** What is new of a page that is `height` pixels high: rows of it from `top` on. */
export type DrawnRows = { look: PageLook; height: number; top: number; picture: ImageBitmap };

/** From the worker: what the newest referat holds, what is new of a page, the line of the caret, or that one could not be read or drawn. */
export type FromReader =
  | { kind: "opened"; pages: number; places: Place[] }
  | ({ kind: "drawn" } & DrawnRows)
  | { kind: "marked"; mark: Mark | null }
  | { kind: "failed" };
