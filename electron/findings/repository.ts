import type { ReadableDB, WritableDB } from "../store/store.ts";

/** The ids of what stays as it is in a meeting. */
export function listKeptFindings(db: ReadableDB, meetingId: string): string[] {
  return db.prepare("SELECT finding FROM kept_finding WHERE meeting_id = ? ORDER BY finding").pluck().all(meetingId) as string[];
}

/** Keeping one twice keeps it once. */
export function insertKeptFinding(db: WritableDB, meetingId: string, finding: string): void {
  db.prepare("INSERT OR IGNORE INTO kept_finding (meeting_id, finding) VALUES (?, ?)").run(meetingId, finding);
}

export function deleteKeptFinding(db: WritableDB, meetingId: string, finding: string): void {
  db.prepare("DELETE FROM kept_finding WHERE meeting_id = ? AND finding = ?").run(meetingId, finding);
}
