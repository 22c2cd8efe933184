import { z } from "zod";
import { lineText, uuid } from "./text.ts";

/** A standard sentence with fill-in places as ‹…›, or ‹hvem› for a person or unit. `uses` counts this PC's only. */
export type PhraseView = { id: string; text: string; uses: number };

/** What the referent may put in with a few keys; the most used first. `learned` are whole sentences written before. */
export type PhraseBook = { phrases: PhraseView[]; learned: { text: string; uses: number }[] };

/** A new phrase, or other words for the one with this id. */
export const phraseEdit = z.strictObject({
  id: uuid.optional(),
  text: lineText.refine((text) => text.trim() !== "", "må ikke være tom"),
});
export type PhraseEdit = z.infer<typeof phraseEdit>;
