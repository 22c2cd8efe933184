import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../electron/sync/canonical-json.ts";
import { readSnapshotFile } from "../../../electron/sync/read-snapshot.ts";
import { captureMeeting } from "../../../electron/sync/reserve.ts";
import { encodeSnapshot } from "../../../electron/sync/snapshot.ts";
import { makeMeeting } from "../../support/meetings.ts";
import { requests, testContext, testStore } from "../../support/store.ts";
import { hashOf } from "./office.ts";

type Json = Record<string, unknown>;

function snapshot(change: (content: { entities: { entity: string; fields: Json }[] } & Json) => unknown = (same) => same): Uint8Array {
  const store = testStore();
  const { id } = makeMeeting(requests(testContext(store)));
  const { vector, entities } = store.read((db) => captureMeeting(db, id));
  const whole = { meeting: id, actor: store.actor, seq: 1, vv: vector, parents: [], author: "Martin", wallclock: "", entities, blobs: [] };
  const content = JSON.parse(Buffer.from(encodeSnapshot(whole).bytes).toString().split("\n")[1] ?? "");
  const line = canonicalJson(change(content) as never);
  return Buffer.from(`{"sha256":"${hashOf(line)}","bytes":${Buffer.byteLength(line)}}\n${line}\n`);
}

/** The content with the first entity of a kind changed. */
const first =
  (kind: string, change: (fields: Json) => Json) =>
  (content: { entities: { entity: string; fields: Json }[] }): unknown => ({
    ...content,
    entities: content.entities.map((record, index) =>
      index === content.entities.findIndex(({ entity }) => entity === kind) ? { ...record, fields: change(record.fields) } : record,
    ),
  });

describe("readSnapshotFile", () => {
  it("reads what was laid", () => {
    const read = readSnapshotFile(snapshot());
    expect(read).toMatchObject({ kind: "snapshot", head: { author: "Martin", seq: 1, minReader: 1 } });
  });

  it.each([
    ["half of it", (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
    ["nothing", () => Buffer.alloc(0)],
    ["zeros", (bytes: Uint8Array) => Buffer.alloc(bytes.length)],
    ["other JSON", () => Buffer.from('{"a":1}\n')],
    ["more after it", (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from("x")])],
    ["a changed letter", (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString().replace("Martin", "Mortin"))],
  ])("takes %s for unreadable", (_name, change) => {
    expect(readSnapshotFile(change(snapshot()))).toEqual({ kind: "unreadable" });
  });

  it.each([
    ["a later reader", (content: object) => ({ ...content, minReader: 2 })],
    ["a later format", (content: object) => ({ ...content, format: "referent-snapshot/2" })],
    ["a register that is not known", first("item", (fields) => ({ ...fields, colour: fields["title"] }) as Json)],
    [
      "an entity that is not known",
      (content: { entities: object[] }) => ({ ...content, entities: content.entities.map((each) => ({ ...each, entity: "vote" })) }),
    ],
  ] as [string, (content: never) => unknown][])("tells %s apart as newer", (_name, change) => {
    expect(readSnapshotFile(snapshot(change as never)).kind).toBe("newer");
  });

  const titled = (value: unknown) => first("item", (fields) => ({ ...fields, title: { ...(fields["title"] as object), value } }) as Json);
  it.each([
    ["a title that is no text", titled(7)],
    ["a title with a control character", titled("a\u0000b")],
    ["a punkt without a decision", first("item", ({ decision: _, ...fields }) => fields as Json)],
    ["a punkt of a category that is not there", first("item", (fields) => ({ ...fields, categoryId: fields["title"] }) as Json)],
    [
      "a place in an order that is none",
      first("item", (fields) => ({ ...fields, position: { ...(fields["position"] as object), value: "!" } }) as Json),
    ],
    ["a dot beyond the vector", (content: object) => ({ ...content, vv: {} })],
    [
      "two meetings",
      (content: { entities: { entity: string }[] }) => ({
        ...content,
        entities: content.entities.flatMap((each) => (each.entity === "meeting" ? [each, each] : [each])),
      }),
    ],
    ["another meeting", (content: object) => ({ ...content, meeting: "00000000-0000-4000-8000-000000000000" })],
  ] as [string, (content: never) => unknown][])("does not believe %s", (_name, change) => {
    expect(readSnapshotFile(snapshot(change as never))).toEqual({ kind: "unreadable" });
  });
});
