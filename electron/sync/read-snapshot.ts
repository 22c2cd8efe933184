import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { limits } from "../../shared/domain/limits.ts";
import { storableText, uuid } from "../../shared/domain/text.ts";
import { type EntityRecord, isMeetingEntity, type MeetingEntity } from "../store/meeting-entities.ts";
import { type JsonValue, laterFields, registerFields } from "../store/register-fields.ts";
import type { Member } from "../store/siblings.ts";
import { canonicalJson } from "./canonical-json.ts";
import { membersOf, parentFields } from "./merge/edits.ts";
import { hasSeen } from "./merge/members.ts";
import { registerValues } from "./merge/register-values.ts";
import { type BlobRef, knownReader, sha256Of, snapshotFormat, snapshotLimitBytes, type Vector } from "./snapshot.ts";

/** What a snapshot says of itself, whatever its entities are. */
export type SnapshotHead = {
  sha256: string;
  meeting: string;
  actor: string;
  seq: number;
  vv: Vector;
  author: string;
  wallclock: string;
  minReader: number;
};

/** `newer`: whole, and written by a version of Referent that knows more than this one. `unreadable`: torn, on its way, or no snapshot at all. */
export type SnapshotFile =
  | { kind: "snapshot"; head: SnapshotHead; entities: EntityRecord[]; blobs: BlobRef[] }
  | { kind: "newer"; head: SnapshotHead }
  | { kind: "unreadable" };

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const counter = z.int().positive();
const lead = z.strictObject({ sha256: hash, bytes: counter });
const dot = z.tuple([uuid, counter]);
const member = z.strictObject({ value: z.unknown(), dot });
const register = member.extend({ siblings: z.array(member).min(1).max(limits.listEntries).optional() });
const entity = z.strictObject({ entity: z.string(), id: uuid, fields: z.record(z.string(), register) });
const head = z.object({
  format: z.string().startsWith("referent-snapshot/"),
  minReader: counter,
  meeting: uuid,
  actor: uuid,
  seq: counter,
  vv: z.record(uuid, counter),
  author: z.string().max(limits.lineChars),
  wallclock: z.string().max(limits.lineChars),
});
const body = z.object({
  entities: z.array(z.unknown()),
  blobs: z.array(z.strictObject({ sha256: hash, bytes: z.int().min(0).max(limits.attachmentBytes) })),
});

/** As long as a large snapshot may hold up this thread at a time; the window's requests come in between. */
const turnMs = 8;

/** Reads a file of the folder. Nothing in it is believed: the hash, the form, each value, and that its parts belong together. */
export function readSnapshotFile(bytes: Uint8Array): SnapshotFile {
  const steps = reading(bytes);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same without holding up this thread. */
export async function readSnapshotInTurns(bytes: Uint8Array): Promise<SnapshotFile> {
  const steps = reading(bytes);
  for (let began = performance.now(); ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < turnMs) continue;
    await setImmediate();
    began = performance.now();
  }
}

/** A step for each part of the meeting. */
function* reading(bytes: Uint8Array): Generator<void, SnapshotFile> {
  const whole = readWhole(bytes);
  const said = whole === null ? null : head.safeParse(whole.content);
  if (whole === null || said?.success !== true) return { kind: "unreadable" };
  const { format, ...rest } = said.data;
  const found: SnapshotHead = { ...rest, sha256: whole.sha256, author: storableText(rest.author) };
  const newer = { kind: "newer", head: found } as const;
  if (found.minReader > knownReader || format !== snapshotFormat) return newer;
  const parsed = body.safeParse(whole.content);
  if (!parsed.success) return { kind: "unreadable" };
  const entities: EntityRecord[] = [];
  for (const part of parsed.data.entities) {
    yield;
    const record = entity.safeParse(part);
    if (!record.success) return { kind: "unreadable" };
    entities.push(record.data as EntityRecord);
  }
  if (!entities.every(isKnown)) return newer;
  const sound: EntityRecord[] = [];
  for (const record of entities) {
    yield;
    const held = soundEntity(record, found);
    if (held === null) return { kind: "unreadable" };
    sound.push(held);
  }
  if (!belongTogether(sound, found.meeting)) return { kind: "unreadable" };
  return { kind: "snapshot", head: found, entities: sound, blobs: parsed.data.blobs };
}

function readWhole(bytes: Uint8Array): { sha256: string; content: unknown } | null {
  if (bytes.byteLength > snapshotLimitBytes) return null;
  const [first = "", line = "", rest] = Buffer.from(bytes).toString("utf8").split("\n");
  try {
    const told = lead.parse(JSON.parse(first));
    if (rest !== "" || Buffer.byteLength(line) !== told.bytes || sha256Of(line) !== told.sha256) return null;
    return { sha256: told.sha256, content: JSON.parse(line) };
  } catch {
    return null;
  }
}

/** An entity or a register that this version has no place for would be lost here, while others thought that it was taken in. */
function isKnown(record: EntityRecord): boolean {
  const { entity: kind, fields } = record;
  return isMeetingEntity(kind) && Object.keys(fields).every((field) => Object.hasOwn(registerFields[kind], field));
}

/** The entity with its values in the order of keys that they are written in here; null when one of them may not be. */
function soundEntity(record: EntityRecord, { vv }: SnapshotHead): EntityRecord | null {
  const kind = record.entity as MeetingEntity;
  const later: readonly string[] = laterFields[kind] ?? [];
  if (!Object.keys(registerFields[kind]).every((field) => field in record.fields || later.includes(field))) return null;
  const fields: EntityRecord["fields"] = {};
  for (const [field, held] of Object.entries(record.fields)) {
    const [own, ...siblings] = membersOf(held).map((each) => soundMember(kind, field, each, vv));
    if (own == null || !siblings.every((each) => each !== null)) return null;
    fields[field] = siblings.length === 0 ? own : { ...own, siblings };
  }
  return { ...record, fields };
}

function soundMember(kind: MeetingEntity, field: string, { value, dot: written }: Member, vv: Vector): Member | null {
  const parsed = (registerValues[kind] as Record<string, z.ZodType>)[field]?.safeParse(value);
  if (parsed?.success !== true || !isStorable(value) || !hasSeen(vv, written)) return null;
  const ordered = parsed.data as JsonValue;
  return canonicalJson(ordered) === canonicalJson(value) ? { value: ordered, dot: written } : null;
}

/** Text that the database would store as another text could not be told from a second content of its dot. */
function isStorable(value: JsonValue): boolean {
  if (typeof value === "string") return storableText(value) === value;
  return typeof value !== "object" || value === null || Object.values(value).every(isStorable);
}

/** One meeting with its series, no part twice, and every part below one that is there. */
function belongTogether(entities: readonly EntityRecord[], meetingId: string): boolean {
  const kinds = new Map(entities.map(({ id, entity: kind }) => [id, kind]));
  const meetings = entities.filter(({ entity: kind }) => kind === "meeting");
  if (kinds.size !== entities.length || meetings.length !== 1 || meetings[0]?.id !== meetingId) return false;
  return entities.every(({ entity: kind, fields }) =>
    Object.entries(pointers).every(([field, target]) => {
      const points =
        kind === "meeting" ? field === "seriesId" : field === parentFields[kind] || (kind === "attendance" && field === "itemId");
      if (!points) return true;
      return membersOf(fields[field]).every(({ value }) => value === null || kinds.get(value as string) === target);
    }),
  );
}

const pointers = { seriesId: "series", meetingId: "meeting", categoryId: "category", itemId: "item" } as const;
