import type { JsonValue } from "./register-fields.ts";
import type { Edit, ReadableDB, WritableDB } from "./store.ts";

/** The reply an operation was given the first time, or null when it is new. */
export function findOperationReply(db: ReadableDB, operationId: string): JsonValue | null {
  const row = db.prepare("SELECT reply FROM operation WHERE id = ?").get(operationId) as { reply: string } | undefined;
  return row === undefined ? null : (JSON.parse(row.reply) as JsonValue);
}

/** Remembers the reply in the operation's own transaction, so that a retry of what was committed changes nothing. */
export function rememberOperation(db: WritableDB, edit: Edit, operationId: string, reply: JsonValue): void {
  db.prepare("INSERT INTO operation (id, at, reply) VALUES (?, ?, ?)").run(operationId, edit.at, JSON.stringify(reply));
}

/** Forgets operations from before `before` (ISO 8601 UTC); no window retries that long. */
export function pruneOperations(db: WritableDB, before: string): void {
  db.prepare("DELETE FROM operation WHERE at < ?").run(before);
}
