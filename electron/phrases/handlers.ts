import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { PhraseEdit } from "../../shared/domain/phrase.ts";
import { lineText, uuid } from "../../shared/domain/text.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { seedOnce } from "../seed.ts";
import { setDeleted, setField } from "../store/registers.ts";
import type { Edit, WritableDB } from "../store/store.ts";
import { countPhraseUse, findPhraseByText, forgetSentence, hasPhrase, insertPhrase, learnSentence, listPhrases } from "./repository.ts";

const shippedPhrase = z.strictObject({ id: uuid, text: lineText });

/** Shorter than this is no quicker taken than typed; longer is not written twice. */
const learnable = { from: 8, to: 400 };

function assertKnown(db: WritableDB, id: string): void {
  if (!hasPhrase(db, id)) throw new AppFailure({ kind: "not-found", what: "phrase", id });
}

/** The same words never stand twice; words of a phrase that was deleted bring it back. */
function save(db: WritableDB, edit: Edit, { id, text }: PhraseEdit): void {
  const words = text.trim();
  if (id !== undefined) assertKnown(db, id);
  const same = findPhraseByText(db, words);
  if (same !== null && same.id !== id) {
    setDeleted(db, edit, "phrase", same.id, false);
    if (id !== undefined) setDeleted(db, edit, "phrase", id, true);
    return;
  }
  if (id === undefined) insertPhrase(db, edit, { id: randomUUID(), text: words });
  else setField(db, edit, "phrase", id, "text", words);
}

function noteUse(db: WritableDB, edit: Edit, text: string): void {
  const words = text.trim();
  const phrase = findPhraseByText(db, words);
  if (phrase !== null && !phrase.deleted) countPhraseUse(db, phrase.id);
  else if (words.length >= learnable.from && words.length <= learnable.to) learnSentence(db, edit, words);
}

type PhraseChannels = "phrases:list" | "phrases:save" | "phrases:delete" | "phrases:used" | "phrases:forget";

export function createPhraseHandlers(context: AppContext): Pick<Handlers, PhraseChannels> {
  const { store } = context;
  const seed = () => seedOnce(context, { key: "phrases.seeded", file: "phrases.json", entry: shippedPhrase, insert: insertPhrase });
  const write = (run: (db: WritableDB, edit: Edit) => void) =>
    store.write((db, edit) => {
      run(db, edit);
      return listPhrases(db);
    });
  return {
    "phrases:list": () => {
      seed();
      return store.read(listPhrases);
    },
    "phrases:save": (input) => {
      seed();
      return write((db, edit) => save(db, edit, input));
    },
    "phrases:delete": ({ phraseId }) =>
      write((db, edit) => {
        assertKnown(db, phraseId);
        setDeleted(db, edit, "phrase", phraseId, true);
      }),
    "phrases:used": ({ text }) => {
      seed();
      store.write((db, edit) => noteUse(db, edit, text));
      return null;
    },
    "phrases:forget": ({ text }) => write((db) => forgetSentence(db, text)),
  };
}
