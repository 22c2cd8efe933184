import { randomUUID } from "node:crypto";
import type { AttachmentView } from "../../shared/domain/meeting.ts";
import { lastPosition } from "../store/order.ts";
import { insertEntity } from "../store/registers.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";

/** Adds a bilag last on its punkt; its bytes already lie in the blob folder. */
export function insertAttachment(db: WritableDB, edit: Edit, itemId: string, attachment: Omit<AttachmentView, "id" | "trouble">): void {
  const position = lastPosition(db, { table: "attachment", parent: itemId });
  insertEntity(db, edit, "attachment", randomUUID(), { ...attachment, itemId, position, deleted: false });
}

/** Bytes of a meeting's bilag together, and how many a punkt has; deleted ones left out. */
export function measureAttachments(db: ReadableDB, meetingId: string, itemId: string): { meetingBytes: number; itemCount: number } {
  return db
    .prepare(
      `SELECT coalesce(sum(a.bytes), 0) AS meetingBytes, coalesce(sum(a.item_id = @itemId), 0) AS itemCount
       FROM attachment a JOIN item i ON i.id = a.item_id JOIN category c ON c.id = i.category_id
       WHERE c.meeting_id = @meetingId AND a.deleted = 0 AND i.deleted = 0 AND c.deleted = 0`,
    )
    .get({ meetingId, itemId }) as { meetingBytes: number; itemCount: number };
}
