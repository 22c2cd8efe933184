import type { ReferatDocument } from "./document.ts";

/** `pages` as the typesetter counted them; `warnings` are Danish sentences to the referent; `printed` is the document as it was set. */
export type TypesetResult = { pdf: Uint8Array; pages: number; warnings: string[]; printed: ReferatDocument };

/** A file the document shows pages of: `path` as the document names it, `source` where it lies on this PC. */
export type TypesetFile = { path: string; source: string };

/** The typesetting engine in its worker. The same document gives the same bytes. */
export type Typesetter = {
  /** Throws AppFailure `typeset-failed`; a run past 30 s is ended and the worker renewed. */
  typeset(document: ReferatDocument, files?: readonly TypesetFile[]): Promise<TypesetResult>;
  close(): Promise<void>;
};
