import { meetingVector, readEntities } from "../../../../electron/store/meeting-entities.ts";
import type { Store } from "../../../../electron/store/store.ts";
import { type TakenIn, takeIn } from "../../../../electron/sync/merge/take-in.ts";
import { readSnapshotFile } from "../../../../electron/sync/read-snapshot.ts";
import { encodeSnapshot, type SnapshotContent } from "../../../../electron/sync/snapshot.ts";
import { type FieldChange, itemsOf } from "../../../../shared/domain/meeting.ts";
import { plainText } from "../../../../shared/domain/rich-text.ts";
import { paragraphs, save } from "../../../support/meetings.ts";
import { type Request, requests, testContext, testStore } from "../../../support/store.ts";

/** One installation with a real store, and its requests as the window makes them. */
export type Pc = { store: Store; request: Request };

export function openPc(): Pc {
  const store = testStore();
  return { store, request: requests(testContext(store)) };
}

/** The number of the snapshot that was made last; a test that makes two of one number counts it back. */
export const made = { seq: 0 };

/** The bytes of the meeting as it would be laid in the folder now, deleted or not. */
export function snapshotOf(
  { store }: Pc,
  meetingId: string,
  change: (content: SnapshotContent) => SnapshotContent = (same) => same,
): Uint8Array {
  made.seq += 1;
  const content = store.read((db) => ({
    ...{ meeting: meetingId, actor: store.actor, seq: made.seq, vv: meetingVector(db, meetingId), parents: [], author: "Martin" },
    ...{ wallclock: "", entities: readEntities(db, meetingId), blobs: [] },
  }));
  return encodeSnapshot(change(content)).bytes;
}

export function take({ store }: Pc, bytes: Uint8Array): TakenIn {
  const file = readSnapshotFile(bytes);
  if (file.kind === "unreadable") throw new Error("unreadable");
  return takeIn(store, "repo", file, bytes);
}

export function decisionOf({ request }: Pc, meetingId: string, id: string): string {
  const meeting = request("meetings:get", { meetingId });
  return plainText(itemsOf(meeting).find((item) => item.id === id)?.decision ?? paragraphs());
}

export const decision = (id: string, text: string): FieldChange => ({ entity: "item", id, field: "decision", value: paragraphs(text) });

export function decide({ request }: Pc, meetingId: string, id: string, text: string): void {
  save(request, meetingId, decision(id, text));
}
