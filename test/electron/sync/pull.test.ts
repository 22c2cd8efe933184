import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { blobPath } from "../../../electron/attachments/blobs.ts";
import { getMeeting } from "../../../electron/meetings/repository.ts";
import { applyChanges } from "../../../electron/meetings/save-fields.ts";
import { listTwofoldOf } from "../../../electron/siblings/repository.ts";
import { hasOwnNews } from "../../../electron/sync/repository.ts";
import { attachmentTypes, itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { plainText } from "../../../shared/domain/rich-text.ts";
import { paragraphs } from "../../support/meetings.ts";
import { faultyFolder } from "./faulty-folder.ts";
import { hashOf, type Office, openOffice, putFile, tempDir, treeOf } from "./office.ts";

async function twoOffices(options: Parameters<typeof openOffice>[0] = {}): Promise<{ share: string; martin: Office; anna: Office }> {
  const share = tempDir("share");
  const [martin, anna] = [openOffice(), openOffice({ attachments: [], ...options })];
  for (const { publisher } of [martin, anna]) await publisher.choose(share);
  return { share, martin, anna };
}

const viewOf = ({ store }: Office, meetingId: string): MeetingView => store.read((db) => getMeeting(db, meetingId));
const decisionOf = (office: Office, id: string): string => plainText(itemsOf(viewOf(office, id))[0]?.decision ?? paragraphs());

function decide(office: Office, meetingId: string, text: string, received?: number): void {
  const id = itemsOf(viewOf(office, meetingId))[0]?.id ?? "";
  office.store.write((db, edit) =>
    applyChanges(db, edit, meetingId, [{ entity: "item", id, field: "decision", value: paragraphs(text) }], received),
  );
}

const snapshotsOf = (share: string): string[] => Object.keys(treeOf(share)).filter((path) => path.includes("/m/"));
const same = ({ savedAt: _, received: _received, ...meeting }: MeetingView): unknown => meeting;

describe("pulling", () => {
  it("brings the meeting of last week to next week's referent, and what was written on comes back word for word", async () => {
    const { martin, anna } = await twoOffices();
    const id = martin.meetingId;
    decide(martin, id, "Rådmanden tog orienteringen til efterretning.");
    await martin.publisher.publish(id);
    expect(await anna.publisher.pull()).toEqual({ received: [id], told: [], error: null });
    expect(same(viewOf(anna, id))).toEqual(same(viewOf(martin, id)));
    for (const { sha256 } of itemsOf(viewOf(anna, id)).flatMap(({ attachments }) => attachments))
      expect(readFileSync(blobPath(anna.store.dataDir, sha256))).toEqual(readFileSync(blobPath(martin.store.dataDir, sha256)));

    decide(anna, id, "Rådmanden tog orienteringen til efterretning og besluttede, at sagen forelægges udvalget.");
    await anna.publisher.publish(id);
    expect(await martin.publisher.pull()).toEqual({ received: [id], told: [], error: null });
    expect(decisionOf(martin, id)).toBe("Rådmanden tog orienteringen til efterretning og besluttede, at sagen forelægges udvalget.");
    expect(same(viewOf(anna, id))).toEqual(same(viewOf(martin, id)));
  });

  it.each(attachmentTypes)("brings a meeting with a bilag of the kind %s", async (mediaType) => {
    const share = tempDir("share");
    const [martin, anna] = [openOffice({ mediaType }), openOffice()];
    for (const { publisher } of [martin, anna]) await publisher.choose(share);
    await martin.publisher.publish(martin.meetingId);
    expect(await anna.publisher.pull()).toEqual({ received: [martin.meetingId], told: [], error: null });
    expect(itemsOf(viewOf(anna, martin.meetingId))[0]?.attachments[0]).toMatchObject({ mediaType });
  });

  it("gives nothing to publish: what others wrote is theirs to lay", async () => {
    const { martin, anna } = await twoOffices();
    await martin.publisher.publish(martin.meetingId);
    await anna.publisher.pull();
    expect(anna.store.read((db) => hasOwnNews(db, martin.meetingId))).toBe(false);
    decide(anna, martin.meetingId, "Nyt.");
    expect(anna.store.read((db) => hasOwnNews(db, martin.meetingId))).toBe(true);
    await anna.publisher.publish(martin.meetingId);
    await martin.publisher.pull();
    expect([martin, anna].map(({ store }) => store.read((db) => hasOwnNews(db, martin.meetingId)))).toEqual([false, false]);
  });

  it("lays two decisions on the same punkt side by side on both PCs", async () => {
    const { martin, anna } = await twoOffices();
    const id = martin.meetingId;
    await martin.publisher.publish(id);
    await anna.publisher.pull();
    decide(martin, id, "Martins.");
    decide(anna, id, "Annas.");
    await martin.publisher.publish(id);
    await anna.publisher.publish(id);
    await Promise.all([martin.publisher.pull(), anna.publisher.pull()]);
    const versions = (office: Office): unknown =>
      office.store
        .read((db) => listTwofoldOf(db, id))
        .map(({ field, itemNumber, versions }) => [field, itemNumber, ...versions.map(({ value, by }) => [plainText(value as never), by])]);
    expect(versions(martin)).toEqual([["decision", 1, ["Martins.", null], ["Annas.", "Martin"]]]);
    expect(versions(anna)).toEqual([["decision", 1, ["Annas.", null], ["Martins.", "Martin"]]]);
  });

  it("keeps what came beside what is saved by a window that had not shown it", async () => {
    const { martin, anna } = await twoOffices();
    const id = martin.meetingId;
    await martin.publisher.publish(id);
    await anna.publisher.pull();
    const shown = viewOf(anna, id).received;
    decide(martin, id, "Martins.");
    await martin.publisher.publish(id);
    await anna.publisher.pull();
    decide(anna, id, "Annas, skrevet over den gamle tekst.", shown);
    decide(anna, id, "Annas, skrevet over den gamle tekst. Og videre.", shown);
    const [twofold] = anna.store.read((db) => listTwofoldOf(db, id));
    expect(twofold?.versions.map(({ value }) => plainText(value as never))).toEqual([
      "Annas, skrevet over den gamle tekst. Og videre.",
      "Martins.",
    ]);
    decide(anna, id, "Set.", viewOf(anna, id).received);
    expect(anna.store.read((db) => listTwofoldOf(db, id))).toHaveLength(1);
  });

  it("reads a snapshot under any name, once, and leaves alone what is none", async () => {
    const { share, martin, anna } = await twoOffices();
    await martin.publisher.publish(martin.meetingId);
    const [path = ""] = snapshotsOf(share);
    const whole = readFileSync(join(share, path));
    renameSync(join(share, path), join(share, path.replace(".json", " (Annas pc's konfliktkopi).json")));
    writeFileSync(join(share, dirname(path), "kopi (4).JSON"), whole);
    writeFileSync(join(share, dirname(path), ".tmp-0011223344556677"), "{");
    for (const [name, content] of [
      ["noter.json", '{"møde": 1}'],
      ["Thumbs.db", "\u0000"],
      ["tom.json", ""],
    ] as const)
      putFile(join(share, dirname(path)), name, content);
    mkdirSync(join(share, dirname(path), "mappe.json"));
    const before = treeOf(share);
    expect(await anna.publisher.pull()).toEqual({ received: [martin.meetingId], told: [], error: null });
    expect(await anna.publisher.pull()).toEqual({ received: [], told: [], error: null });
    const after = treeOf(share);
    expect(Object.fromEntries(Object.entries(after).filter(([name]) => name in before))).toEqual(before);
  });

  it("waits for a torn file without a word, tells of it after ten minutes, once, and takes it in when it is whole", async () => {
    const { share, martin, anna } = await twoOffices();
    await martin.publisher.publish(martin.meetingId);
    const [path = ""] = snapshotsOf(share);
    const whole = readFileSync(join(share, path));
    truncateSync(join(share, path), whole.length - 10);
    expect(await anna.publisher.pull()).toEqual({ received: [], told: [], error: null });
    anna.clock.nowMs += 11 * 60_000;
    expect((await anna.publisher.pull()).told).toEqual([{ kind: "snapshot-unreadable", name: path.split("/").at(-1) }]);
    expect((await anna.publisher.pull()).told).toEqual([]);
    appendFileSync(join(share, path), whole.subarray(-10));
    expect((await anna.publisher.pull()).received).toEqual([martin.meetingId]);
  });

  it("takes an attachment when it comes, and bytes of another hash never", async () => {
    const { share, martin, anna } = await twoOffices();
    await martin.publisher.publish(martin.meetingId);
    const [blob = ""] = Object.keys(treeOf(share)).filter((path) => path.endsWith(".bin"));
    const bytes = readFileSync(join(share, blob));
    writeFileSync(join(share, blob), Buffer.alloc(bytes.length));
    await anna.publisher.pull();
    const sha256 = /([0-9a-f]{64})\.bin$/.exec(blob)?.[1] ?? "";
    expect(existsSync(blobPath(anna.store.dataDir, sha256))).toBe(false);
    writeFileSync(join(share, blob.replace(".bin", "-2.bin")), bytes);
    await anna.publisher.pull();
    expect(readFileSync(blobPath(anna.store.dataDir, sha256))).toEqual(bytes);
  });

  it("never takes a folder that is gone, or another one, for a deletion", async () => {
    const { share, martin, anna } = await twoOffices();
    await martin.publisher.publish(martin.meetingId);
    await anna.publisher.pull();
    const before = viewOf(anna, martin.meetingId);
    renameSync(share, `${share}-borte`);
    expect(await anna.publisher.pull()).toMatchObject({ received: [], error: { kind: "folder-absent" } });
    mkdirSync(join(share, "Referater"), { recursive: true });
    expect(await anna.publisher.pull()).toMatchObject({ received: [], error: { kind: "folder-changed" } });
    rmSync(share, { recursive: true });
    renameSync(`${share}-borte`, share);
    rmSync(join(share, "Referater/data/v1/m"), { recursive: true });
    expect(await anna.publisher.pull()).toMatchObject({ received: [], error: null });
    expect(viewOf(anna, martin.meetingId)).toEqual(before);
  });

  it("keeps what a later version laid, and says so", async () => {
    const { share, martin, anna } = await twoOffices();
    await martin.publisher.publish(martin.meetingId);
    const [path = ""] = snapshotsOf(share);
    const [, line = ""] = readFileSync(join(share, path), "utf8").split("\n");
    const newer = line.replace('"minReader":1', '"minReader":2');
    writeFileSync(join(share, path), `{"sha256":"${hashOf(newer)}","bytes":${Buffer.byteLength(newer)}}\n${newer}\n`);
    expect(await anna.publisher.pull()).toEqual({ received: [], told: [{ kind: "snapshot-newer", title: "Et møde" }], error: null });
    expect(
      anna.store.read((db) => db.prepare("SELECT count(*) FROM received WHERE outcome = 'newer' AND bytes IS NOT NULL").pluck().get()),
    ).toBe(1);
  });

  it.each(["readdir", "readFile", "lstat"] as const)("is not held up by a folder that hangs in %s", { timeout: 10_000 }, async (name) => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let hangs = false;
    const fs = faultyFolder((operation) => (hangs && operation.name === name ? { hangUntil: released } : null));
    const { martin, anna } = await twoOffices({ fs });
    await martin.publisher.publish(martin.meetingId);
    anna.timing.callLimitMs = 30;
    hangs = true;
    expect(await anna.publisher.pull()).toMatchObject({ received: [], error: { kind: "folder-absent" } });
    hangs = false;
    anna.timing.callLimitMs = 15_000;
    release();
    await released;
    await new Promise((resolve) => setImmediate(resolve));
    expect((await anna.publisher.pull()).received).toEqual([martin.meetingId]);
  });

  it("tells the window which meetings are others, and that the folder is there again", async () => {
    const { share, martin, anna } = await twoOffices();
    await martin.publisher.publish(martin.meetingId);
    renameSync(share, `${share}-borte`);
    anna.timing.tick(45_000);
    await anna.publisher.pull();
    expect(anna.publisher.state()).toMatchObject({ kind: "trouble", waiting: 0 });
    renameSync(`${share}-borte`, share);
    await anna.publisher.pull();
    expect(anna.received).toEqual([[martin.meetingId]]);
    expect(anna.publisher.state()).toMatchObject({ kind: "connected" });
  });
});
