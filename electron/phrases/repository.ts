import type { PhraseBook, PhraseView } from "../../shared/domain/phrase.ts";
import { insertEntity } from "../store/registers.ts";
import { statement } from "../store/statement.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";

/** The completer takes 5,000 learned sentences in its stride; the least used are forgotten past that. */
const mostLearned = 5_000;

export function listPhrases(db: ReadableDB): PhraseBook {
  const phrases = statement(
    db,
    `SELECT p.id, p.text, coalesce(u.uses, 0) AS uses FROM phrase p LEFT JOIN phrase_use u ON u.phrase_id = p.id
     WHERE p.deleted = 0 ORDER BY uses DESC, p.rowid`,
  ).all() as PhraseView[];
  const learned = statement(db, "SELECT text, uses FROM learned_sentence ORDER BY uses DESC, used_at DESC, text").all();
  return { phrases, learned: learned as PhraseBook["learned"] };
}

export function insertPhrase(db: WritableDB, edit: Edit, { id, text }: { id: string; text: string }): void {
  insertEntity(db, edit, "phrase", id, { text, deleted: false });
}

/** True for a phrase that is not deleted. */
export function hasPhrase(db: ReadableDB, id: string): boolean {
  return statement(db, "SELECT 1 FROM phrase WHERE id = ? AND deleted = 0").get(id) !== undefined;
}

/** The phrase with exactly these words, one that is not deleted before one that is; or null. */
export function findPhraseByText(db: ReadableDB, text: string): { id: string; deleted: boolean } | null {
  const row = statement(db, "SELECT id, deleted FROM phrase WHERE text = ? ORDER BY deleted, id LIMIT 1").get(text) as
    | { id: string; deleted: number }
    | undefined;
  return row === undefined ? null : { id: row.id, deleted: row.deleted === 1 };
}

export function countPhraseUse(db: WritableDB, phraseId: string): void {
  statement(db, "INSERT INTO phrase_use (phrase_id, uses) VALUES (?, 1) ON CONFLICT (phrase_id) DO UPDATE SET uses = uses + 1").run(
    phraseId,
  );
}

/** Learns a sentence, or counts another use of it; forgets the least used where there are too many. */
export function learnSentence(db: WritableDB, edit: Edit, text: string): void {
  statement(
    db,
    `INSERT INTO learned_sentence (text, uses, used_at) VALUES (?, 1, ?)
     ON CONFLICT (text) DO UPDATE SET uses = uses + 1, used_at = excluded.used_at`,
  ).run(text, edit.at);
  statement(
    db,
    `DELETE FROM learned_sentence WHERE text IN (
       SELECT text FROM learned_sentence WHERE text <> @text ORDER BY uses, used_at, text
       LIMIT max(0, (SELECT count(*) FROM learned_sentence) - @most))`,
  ).run({ text, most: mostLearned });
}

/** True when there was such a sentence. */
export function forgetSentence(db: WritableDB, text: string): boolean {
  return statement(db, "DELETE FROM learned_sentence WHERE text = ?").run(text).changes > 0;
}
