import { create } from "zustand";
import type { PersonEdit } from "../../shared/domain/person.ts";
import type { PhraseBook, PhraseEdit, PhraseView } from "../../shared/domain/phrase.ts";
import type { AppError } from "../../shared/errors.ts";
import type { PersonView } from "../../shared/ipc/contract.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";
import { useSettings } from "./settings.ts";
import { useWritingHelp } from "./writing-help.ts";

type RegistersState = {
  /** Null until the first answer, as the others. */
  people: readonly PersonView[] | null;
  book: PhraseBook | null;
  /** Words the referent has added to the spelling. */
  words: readonly string[] | null;
  error: AppError | null;
  load(): Promise<void>;
  /** Each gives false when it was refused; the reason is then in `error`. */
  savePerson(edit: PersonEdit): Promise<boolean>;
  deletePerson(person: PersonView): Promise<boolean>;
  savePhrase(edit: PhraseEdit): Promise<boolean>;
  deletePhrase(phrase: PhraseView): Promise<boolean>;
  forgetSentence(text: string): Promise<boolean>;
  learnSentence(text: string): Promise<boolean>;
  addWord(word: string): Promise<boolean>;
  removeWord(word: string): Promise<boolean>;
  dismissError(): void;
};

/** The lists that writing draws on: people and units, phrases, and the words the spelling has been taught. */
export const useRegisters = create<RegistersState>()((set) => {
  const attempt = async (work: () => Promise<Partial<RegistersState>>): Promise<boolean> => {
    try {
      set({ ...(await work()), error: null });
      return true;
    } catch (thrown) {
      set({ error: shownError(thrown) });
      return false;
    }
  };
  // What is offered while one writes, and where names are proposed, knows of the change at once.
  const spread = async (work: () => Promise<Partial<RegistersState>>): Promise<boolean> => {
    const done = await attempt(work);
    if (done) await Promise.all([useWritingHelp.getState().load(), useSettings.getState().load()]);
    return done;
  };
  const wordsAfter = async (change: Promise<null>): Promise<Partial<RegistersState>> => {
    await change;
    return { words: await call("spelling:list", {}) };
  };
  return {
    people: null,
    book: null,
    words: null,
    error: null,
    load: async () => {
      await attempt(async () => {
        const [people, book, words] = await Promise.all([call("people:list", {}), call("phrases:list", {}), call("spelling:list", {})]);
        return { people, book, words };
      });
    },
    savePerson: (edit) => spread(async () => ({ people: await call("people:save", edit) })),
    deletePerson: ({ id }) => spread(async () => ({ people: await call("people:delete", { personId: id }) })),
    savePhrase: (edit) => spread(async () => ({ book: await call("phrases:save", edit) })),
    deletePhrase: ({ id }) => spread(async () => ({ book: await call("phrases:delete", { phraseId: id }) })),
    forgetSentence: (text) => spread(async () => ({ book: await call("phrases:forget", { text }) })),
    learnSentence: (text) =>
      spread(async () => {
        await call("phrases:used", { text });
        return { book: await call("phrases:list", {}) };
      }),
    addWord: (word) => attempt(() => wordsAfter(call("spelling:add", { word }))),
    removeWord: (word) => attempt(() => wordsAfter(call("spelling:remove", { word }))),
    dismissError: () => set({ error: null }),
  };
});
