import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { getMeeting } from "../meetings/repository.ts";
import { getSettings } from "../settings/repository.ts";
import { type EntityRecord, meetingVector, readEntities } from "../store/meeting-entities.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import { insertEntry, nextSeq } from "./outbox/repository.ts";
import { type BlobRef, encodeSnapshot, snapshotPath, type Vector } from "./snapshot.ts";

/** A meeting as it was at one moment, with all that its snapshot says. */
export type Capture = { meeting: MeetingView; vector: Vector; entities: EntityRecord[]; author: string };

/** Throws AppFailure `not-found` for a meeting that is not there. */
export function captureMeeting(db: ReadableDB, meetingId: string): Capture {
  const meeting = getMeeting(db, meetingId);
  // Whose PC it is; the meeting may be another's.
  const own = getSettings(db).minuteTaker;
  const author = own === "" ? meeting.minuteTaker : own;
  return { meeting, vector: meetingVector(db, meetingId), entities: readEntities(db, meetingId), author };
}

/** The bytes of a meeting's referat; the short one where the meeting wants it laid too. */
export type ReferatPdfs = { pdf: Uint8Array; shortPdf: Uint8Array | null };

/** Reserves the next seq and puts the exact bytes in the outbox, in the caller's one transaction. Gives the entry's id. */
export function reservePublication(db: WritableDB, edit: Edit, captured: Capture, { pdf, shortPdf }: ReferatPdfs): number {
  const { meeting, vector, entities, author } = captured;
  const { actor } = edit;
  const { seq, parents } = nextSeq(db, actor, meeting.id);
  const blobs = blobsOf(meeting);
  const content = { meeting: meeting.id, actor, seq, vv: vector, parents, author, wallclock: edit.at, entities, blobs };
  const { bytes, sha256 } = encodeSnapshot(content);
  const entry = {
    meetingId: meeting.id,
    actor,
    seq,
    vector,
    snapshotPath: snapshotPath(meeting, actor, seq, sha256),
    snapshotSha256: sha256,
    snapshot: bytes,
    blobs,
    pdfDate: meeting.date,
    pdfTitle: meeting.title,
    pdf,
    shortPdf,
  };
  return insertEntry(db, entry, edit.at);
}

/** Each attachment's content once. Deleted attachments are in the entities, but their bytes are not laid. */
function blobsOf(meeting: MeetingView): BlobRef[] {
  const attachments = itemsOf(meeting).flatMap((item) => item.attachments);
  return [...new Map(attachments.map(({ sha256, bytes }) => [sha256, { sha256, bytes }])).values()];
}
