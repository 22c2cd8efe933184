import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blobFolderPath, covers, encodeSnapshot, type SnapshotContent, snapshotPath } from "../../../electron/sync/snapshot.ts";
import { AppFailure } from "../../../shared/errors.ts";
import { hashOf, readSnapshot } from "./office.ts";

const actor = "0d8f2e6a-1111-4222-8333-444455556666";
const meeting = "9b1c7a52-aaaa-4bbb-8ccc-ddddeeeeffff";

function content(title: string): SnapshotContent {
  return {
    meeting,
    actor,
    seq: 7,
    vv: { [actor]: 12 },
    parents: ["p".repeat(64)],
    author: "Martin",
    wallclock: "2026-03-10T12:30:00.000Z",
    entities: [
      { entity: "meeting", id: meeting, fields: { title: { value: title, dot: [actor, 12] } } },
      { entity: "item", id: "b", fields: {} },
      { entity: "item", id: "a", fields: {} },
    ],
    blobs: [
      { sha256: "f".repeat(64), bytes: 2 },
      { sha256: "0".repeat(64), bytes: 1 },
    ],
  };
}

describe("a snapshot", () => {
  it("is two lines: the hash and length of the second, and the content as canonical JSON", () => {
    const { bytes, sha256 } = encodeSnapshot(content("Mødet"));
    const [head = "", line = "", rest] = Buffer.from(bytes).toString("utf8").split("\n");
    expect(rest).toBe("");
    expect(head).toBe(`{"sha256":"${hashOf(line)}","bytes":${Buffer.byteLength(line)}}`);
    expect(sha256).toBe(hashOf(line));
    const read = JSON.parse(line);
    expect(read).toMatchObject({
      format: "referent-snapshot/1",
      minReader: 1,
      meeting,
      actor,
      seq: 7,
      vv: { [actor]: 12 },
      author: "Martin",
    });
    expect(Object.keys(read)).toEqual("actor author blobs entities format meeting minReader parents seq vv wallclock".split(" "));
    expect(read.entities.map((record: { id: string }) => record.id)).toEqual(["a", "b", meeting]);
    expect(read.blobs.map((blob: { bytes: number }) => blob.bytes)).toEqual([1, 2]);
  });

  it("keeps any text, and any single changed byte is noticed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(), fc.integer({ min: 1, max: 255 }), (title, at, flip) => {
        const { bytes } = encodeSnapshot(content(title));
        const read = readSnapshot(bytes)?.content as SnapshotContent | undefined;
        expect(read?.entities[2]?.fields["title"]?.value).toBe(title);
        const damaged = Uint8Array.from(bytes);
        const index = at % damaged.length;
        damaged[index] = (damaged[index] ?? 0) ^ flip;
        expect(Buffer.compare(damaged, bytes)).not.toBe(0);
        const stillRead = readSnapshot(damaged);
        if (stillRead !== null) expect(stillRead.content).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });

  it("is refused when no reader would take it", () => {
    expect(() => encodeSnapshot(content("x".repeat(10 * 1024 * 1024)))).toThrow(AppFailure);
    expect(() => encodeSnapshot(content("x".repeat(9 * 1024 * 1024)))).not.toThrow();
  });

  it("has machine names: lower-case ASCII, at most 100 characters", () => {
    const path = snapshotPath({ id: meeting, date: "2026-03-10" }, actor, 7, "abcdef0123456789ff".padEnd(64, "0"));
    expect(path).toBe(`data/v1/m/2026/${meeting}/0d8f2e6a-000007-abcdef0123456789.json`);
    expect(blobFolderPath("9d".padEnd(64, "0"))).toBe(`data/v1/b/9d/${"9d".padEnd(64, "0")}.bin`);
    for (const part of [...path.split("/"), ...blobFolderPath("a".repeat(64), 9).split("/")]) expect(part).toMatch(/^[a-z0-9.-]{1,100}$/);
  });
});

describe("a version vector", () => {
  it.each([
    [{}, {}, true],
    [{ a: 2 }, { a: 2 }, true],
    [{ a: 2, b: 1 }, { a: 1 }, true],
    [{ a: 2 }, { a: 3 }, false],
    [{ a: 2 }, { b: 1 }, false],
  ])("%j covers %j: %s", (covering, vector, expected) => {
    expect(covers(covering, vector)).toBe(expected);
  });
});
