import { AppFailure } from "../../shared/errors.ts";
import { findSetting, putSetting } from "../settings/repository.ts";
import type { ReadableDB, WritableDB } from "../store/store.ts";

const key = "spelling.words";
const mostWords = 5_000;

/** The words the referent has added, in the order they were added. */
export function listAddedWords(db: ReadableDB): string[] {
  const stored = findSetting(db, key);
  return Array.isArray(stored) ? stored.filter((word) => typeof word === "string") : [];
}

/** Adding a word twice keeps it once. Throws AppFailure `invalid-input` when the list is full. */
export function addWord(db: WritableDB, word: string): void {
  const words = listAddedWords(db);
  if (words.includes(word)) return;
  if (words.length >= mostWords)
    throw new AppFailure({ kind: "invalid-input", field: "Ordliste", reason: `der er allerede ${mostWords} ord` });
  putSetting(db, key, [...words, word]);
}

/** Does nothing when the word was not added. */
export function removeWord(db: WritableDB, word: string): void {
  putSetting(
    db,
    key,
    listAddedWords(db).filter((each) => each !== word),
  );
}
