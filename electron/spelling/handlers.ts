import { wordsOf } from "../../shared/domain/words.ts";
import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { listPeople } from "../people/repository.ts";
import type { ReadableDB } from "../store/store.ts";
import { addWord, listAddedWords, removeWord } from "./repository.ts";

type SpellingChannel = "spelling:check" | "spelling:suggest" | "spelling:list" | "spelling:add" | "spelling:remove";

export function createSpellingHandlers({ store, spelling }: Pick<AppContext, "store" | "spelling">): Pick<Handlers, SpellingChannel> {
  return {
    "spelling:check": async ({ words }) => ({ wrong: await spelling.check(words, store.read(listOwnWords)) }),
    "spelling:suggest": ({ word }) => spelling.suggest(word, store.read(listOwnWords)),
    "spelling:list": () => store.read(listAddedWords),
    "spelling:add": ({ word }) => {
      store.write((db) => addWord(db, word));
      return null;
    },
    "spelling:remove": ({ word }) => {
      store.write((db) => removeWord(db, word));
      return null;
    },
  };
}

/** What is right on this PC besides the shipped lists: the referent's added words, and the people and units with their names. */
function listOwnWords(db: ReadableDB): string[] {
  const people = listPeople(db).flatMap(({ initials, name }) => [
    initials,
    ...wordsOf(name).flatMap(({ word }) => [word, ...word.split("-")]),
  ]);
  return [...listAddedWords(db), ...people];
}
