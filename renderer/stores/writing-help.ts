import { create } from "zustand";
import type { KnownName } from "../../shared/domain/known-name.ts";
import type { PhraseBook } from "../../shared/domain/phrase.ts";
import { call } from "../api/call.ts";

type WritingHelpState = {
  phrases: readonly { text: string; uses: number }[];
  /** Sentences this referent has written before. */
  learned: PhraseBook["learned"];
  people: readonly KnownName[];
  /** How often they have been read: the uses of a phrase change without it. */
  readings: number;
  /** What cannot be read is not offered; writing goes on without. */
  load(): Promise<void>;
  /** A phrase was chosen, or a sentence of a decision finished. */
  used(text: string): void;
};

/** What is offered while one writes. */
export const useWritingHelp = create<WritingHelpState>()((set, get) => ({
  phrases: [],
  learned: [],
  people: [],
  readings: 0,
  load: async () => {
    const [people, book] = await Promise.all([call("people:list", {}).catch(() => null), call("phrases:list", {}).catch(() => null)]);
    set(({ readings }) => ({
      ...(people && { people }),
      ...(book && { phrases: book.phrases, learned: book.learned }),
      readings: readings + 1,
    }));
  },
  used: (text) => {
    set({ phrases: get().phrases.map((phrase) => (phrase.text === text ? { ...phrase, uses: phrase.uses + 1 } : phrase)) });
    // Counting is a help, not the record: what cannot be counted is let go.
    call("phrases:used", { text }).catch(() => undefined);
  },
}));
