/** Where a punkt begins: `top` is the part of the page's height above its heading. */
export type Place = { number: number; page: number; top: number };

/** A page (from 1) as wide as it is shown, in pixels of the screen. */
export type PageLook = { page: number; width: number };

/** To the worker. Of several referats that wait only the newest is opened; `looks` are drawn at once, in that order. */
export type ToReader = { kind: "open"; pdf: Uint8Array; looks: PageLook[] } | { kind: "draw"; look: PageLook } | { kind: "close" };

/** From the worker: what the newest referat holds, a page of it as a picture, or that one could not be read or drawn. */
export type FromReader =
  | { kind: "opened"; pages: number; places: Place[] }
  | { kind: "drawn"; look: PageLook; picture: ImageBitmap }
  | { kind: "failed" };
