import type { RichText } from "./rich-text.ts";

/** A value that was written without knowing of the others. `by` is the name of who wrote it; null for this PC, "" where it is not said. */
export type Version = { actor: string; counter: number; value: string | number | null | string[] | RichText; by: string | null };

/**
 * A register that has more than one version. `itemNumber` is null outside the punkter. `about` names the person that a line of the
 * attendance is of, null elsewhere. The first version is the one that stands.
 */
export type Twofold = {
  entity: "meeting" | "category" | "item" | "recommendation" | "attachment" | "attendance";
  id: string;
  field: string;
  itemId: string | null;
  itemNumber: number | null;
  about?: string | null;
  versions: Version[];
};
