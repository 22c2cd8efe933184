import { createHash } from "node:crypto";
import { AppFailure } from "../../shared/errors.ts";
import type { EntityRecord } from "../store/meeting-entities.ts";
import type { JsonValue } from "../store/registers.ts";
import { canonicalJson } from "./canonical-json.ts";

/** An attachment's content as a snapshot names it: the SHA-256 in hex and the size. */
export type BlobRef = { sha256: string; bytes: number };

/** A version vector: actor → the highest counter seen of it. */
export type Vector = Record<string, number>;

/** What a snapshot says of a meeting, besides format and reader. `wallclock` is for display only; no clock takes part in a merge. */
export type SnapshotContent = {
  meeting: string;
  actor: string;
  seq: number;
  vv: Vector;
  /** SHA-256 of the snapshots this one builds upon. */
  parents: string[];
  author: string;
  wallclock: string;
  entities: EntityRecord[];
  blobs: BlobRef[];
};

/** Readers refuse larger files unread (security-and-shipping.md, from the share). */
export const snapshotLimitBytes: number = 10 * 1024 * 1024;

export const snapshotFormat = "referent-snapshot/1";

/** The newest `minReader` that this version reads. */
export const knownReader = 1;

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * The exact bytes of a snapshot: line 1 holds sha256 and bytes of line 2, line 2 the content as canonical JSON (storage-and-sync.md).
 * `sha256` is that of line 2. Throws AppFailure `too-large` for one that no reader would take.
 */
export function encodeSnapshot(content: SnapshotContent): { bytes: Uint8Array; sha256: string } {
  const line = canonicalJson({
    ...content,
    format: snapshotFormat,
    minReader: knownReader,
    entities: content.entities.map(entityJson).sort(byKey),
    blobs: content.blobs.toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1)),
  });
  const sha256 = sha256Of(line);
  const bytes = Buffer.from(`{"sha256":"${sha256}","bytes":${Buffer.byteLength(line)}}\n${line}\n`, "utf8");
  if (bytes.byteLength > snapshotLimitBytes)
    throw new AppFailure({ kind: "too-large", what: "Mødet", limitBytes: snapshotLimitBytes, actualBytes: bytes.byteLength });
  return { bytes, sha256 };
}

function entityJson({ entity, id, fields }: EntityRecord): { entity: string; id: string; fields: JsonValue } {
  return { entity, id, fields: fields as JsonValue };
}

function byKey(one: { entity: string; id: string }, other: { entity: string; id: string }): number {
  return `${one.entity} ${one.id}` < `${other.entity} ${other.id}` ? -1 : 1;
}

/** Where a meeting's snapshot lies, relative to the folder's root: data/v1/m/2026/<meeting>/<actor8>-<seq6>-<sha16>.json */
export function snapshotPath(meeting: { id: string; date: string }, actor: string, seq: number, sha256: string): string {
  const name = `${actor.slice(0, 8)}-${String(seq).padStart(6, "0")}-${sha256.slice(0, 16)}.json`;
  return `data/v1/m/${meeting.date.slice(0, 4)}/${meeting.id}/${name}`;
}

/** Where an attachment's bytes lie, relative to the folder's root. `copy` above 1 is a side name, for when the first holds other bytes. */
export function blobFolderPath(sha256: string, copy = 1): string {
  return `data/v1/b/${sha256.slice(0, 2)}/${sha256}${copy > 1 ? `-${copy}` : ""}.bin`;
}

/** True when everything in `vector` is also in `covering`. */
export function covers(covering: Vector, vector: Vector): boolean {
  return Object.entries(vector).every(([actor, counter]) => (covering[actor] ?? 0) >= counter);
}
