import { create } from "zustand";
import shipped from "../../resources/phrases.json?raw";
import type { KnownName } from "../../shared/domain/known-name.ts";
import { call } from "../api/call.ts";

/** A standard sentence, with its fill-in places, and how often it was used. */
type UsedPhrase = { text: string; uses: number };

type WritingHelpState = {
  phrases: readonly UsedPhrase[];
  /** Sentences this referent has written before. */
  learned: readonly UsedPhrase[];
  people: readonly KnownName[];
  /** What cannot be read is not offered; writing goes on without. */
  load(): Promise<void>;
  /** A phrase was chosen, or a sentence of a decision finished. */
  used(text: string): void;
};

const shippedPhrases = JSON.parse(shipped) as { text: string }[];

/** What is offered while one writes. */
export const useWritingHelp = create<WritingHelpState>()((set, get) => ({
  phrases: shippedPhrases.map(({ text }) => ({ text, uses: 0 })),
  learned: [],
  people: [],
  load: async () => {
    const people = await call("people:list", {}).catch(() => []);
    set({ people });
  },
  used: (text) => {
    const { phrases } = get();
    set({ phrases: phrases.map((phrase) => (phrase.text === text ? { ...phrase, uses: phrase.uses + 1 } : phrase)) });
  },
}));
