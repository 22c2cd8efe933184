import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { blobPath } from "../../../electron/attachments/blobs.ts";
import { createMeeting, getMeeting } from "../../../electron/meetings/repository.ts";
import { meetingVector, readEntities } from "../../../electron/store/meeting-entities.ts";
import { findPublishedAt } from "../../../electron/sync/repository.ts";
import { brokenFiles, hashOf, newMeeting, openOffice, putFile, readSnapshot, tempDir, treeOf } from "./office.ts";

const at = "2026-03-10T12:30:00.000Z";

function paths(share: string, pattern: RegExp): string[] {
  return Object.keys(treeOf(share)).filter((path) => pattern.test(path));
}

describe("publishing a meeting", () => {
  it("lays PDF, attachments and snapshot byte for byte, and says so", async () => {
    const share = tempDir("share");
    const office = openOffice();
    expect(await office.publisher.choose(share)).toEqual({ kind: "connected", name: basename(share), lastPublishedAt: null });
    const result = await office.publisher.publish(office.meetingId);

    expect(result).toEqual({ state: "published", at, fileName: "20260310-Rådmandsmøde.pdf", shortName: null });
    const pdfPath = "Referater/Referater/2026/20260310-Rådmandsmøde.pdf";
    expect(readFileSync(join(share, pdfPath))).toEqual(office.pdf());
    const meeting = office.store.read((db) => getMeeting(db, office.meetingId));
    expect(meeting.state).toBe("draft");
    const blobs = meeting.categories[0]?.items[0]?.attachments.map(({ sha256, bytes }) => ({ sha256, bytes })) ?? [];
    expect(blobs).toHaveLength(2);
    for (const { sha256 } of blobs)
      expect(readFileSync(join(share, `Referater/data/v1/b/${sha256.slice(0, 2)}/${sha256}.bin`))).toEqual(
        readFileSync(blobPath(office.store.dataDir, sha256)),
      );

    const [snapshotFile = ""] = paths(share, /\/m\//);
    const snapshot = readSnapshot(readFileSync(join(share, snapshotFile)));
    const { actor } = office.store;
    expect(snapshotFile).toBe(
      `Referater/data/v1/m/2026/${office.meetingId}/${actor.slice(0, 8)}-000001-${snapshot?.sha256.slice(0, 16)}.json`,
    );
    expect(snapshot?.content).toMatchObject({ meeting: office.meetingId, actor, seq: 1, parents: [], author: "Martin", wallclock: at });
    expect(snapshot?.content["vv"]).toEqual(office.store.read((db) => meetingVector(db, office.meetingId)));
    const entities = office.store.read((db) => readEntities(db, office.meetingId));
    expect(snapshot?.content["entities"]).toHaveLength(entities.length);
    expect(snapshot?.content["entities"]).toEqual(expect.arrayContaining(JSON.parse(JSON.stringify(entities))));
    expect(snapshot?.content["blobs"]).toEqual(blobs.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)));

    const device = JSON.parse(readFileSync(join(share, `Referater/data/v1/d/${actor}.json`), "utf8"));
    expect(device).toMatchObject({ format: "referent-device/1", device: actor, vectors: { [office.meetingId]: snapshot?.content["vv"] } });
    expect(paths(share, /\.tmp-/)).toEqual([]);
    expect(Object.keys(treeOf(share))).toHaveLength(2 + 1 + 2 + 1 + 1);
    expect(office.publisher.state()).toEqual({ kind: "connected", name: basename(share), lastPublishedAt: at });
    expect(office.events.map((state) => state.kind)).toEqual(["connected", "publishing", "connected"]);
  });

  it("uses only machine names below data", async () => {
    const share = tempDir("share");
    const office = openOffice();
    await office.publisher.choose(share);
    await office.publisher.publish(office.meetingId);
    for (const path of paths(share, /^Referater\/data\//)) {
      for (const part of path.slice("Referater/".length).split("/")) expect(part).toMatch(/^[a-z0-9.-]{1,100}$/);
    }
  });

  it("counts as published until the meeting is changed, and only in the folder in use", async () => {
    const [share, other] = [tempDir("share"), tempDir("share")];
    const office = openOffice();
    const publishedAt = () => office.store.read((db) => findPublishedAt(db, office.meetingId));
    expect(publishedAt()).toBeNull();
    await office.publisher.choose(share);
    await office.publisher.publish(office.meetingId);
    expect(publishedAt()).toBe(at);
    office.write("Handicapbarometeret");
    expect(publishedAt()).toBeNull();
    await office.publisher.publish(office.meetingId);
    expect(publishedAt()).toBe(at);
    await office.publisher.choose(other);
    expect(publishedAt()).toBeNull();
    await office.publisher.choose(share);
    expect(publishedAt()).toBe(at);
  });

  it("gives a changed meeting a new edition and a snapshot that names the one before", async () => {
    const share = tempDir("share");
    const office = openOffice();
    await office.publisher.choose(share);
    await office.publisher.publish(office.meetingId);
    const first = treeOf(share);
    for (const [title, name] of [
      ["To", "20260310-Rådmandsmøde v2.pdf"],
      ["Tre", "20260310-Rådmandsmøde v3.pdf"],
    ] as const) {
      office.write(title);
      expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "published", fileName: name });
      expect(readFileSync(join(share, "Referater/Referater/2026", name))).toEqual(office.pdf());
    }
    const { [`Referater/data/v1/d/${office.store.actor}.json`]: _, ...laid } = first;
    expect(treeOf(share)).toMatchObject(laid);
    const snapshots = paths(share, /\/m\//).map((path) => readSnapshot(readFileSync(join(share, path))));
    expect(snapshots.map((snapshot) => snapshot?.content["seq"])).toEqual([1, 2, 3]);
    expect(snapshots.slice(1).map((snapshot) => snapshot?.content["parents"])).toEqual(
      snapshots.slice(0, 2).map((snapshot) => [snapshot?.sha256]),
    );
  });

  it("lays no new PDF for the same bytes, but a new edition when an older text comes back", async () => {
    const share = tempDir("share");
    const office = openOffice();
    await office.publisher.choose(share);
    const names: unknown[] = [];
    for (const title of ["A", "A", "B", "A", "A"]) {
      office.write(title);
      const result = await office.publisher.publish(office.meetingId);
      names.push(result.state === "published" ? result.fileName : result);
    }
    const [one, two, three] = ["", " v2", " v3"].map((suffix) => `20260310-Rådmandsmøde${suffix}.pdf`);
    expect(names).toEqual([one, one, two, three, three]);
    expect(paths(share, /\.pdf$/)).toHaveLength(3);
  });

  it("gives two meetings of one day and name an edition each, and each keeps its own", async () => {
    const share = tempDir("share");
    const office = openOffice();
    const twin = office.store.write((db, edit) => createMeeting(db, edit, newMeeting(office.store.dataDir, { attachments: [] })));
    await office.publisher.choose(share);
    const lay = async (id: string) => {
      const result = await office.publisher.publish(id);
      return result.state === "published" ? result.fileName : result;
    };
    const names = [await lay(office.meetingId), await lay(twin), await lay(office.meetingId), await lay(twin)];
    expect(names).toEqual(["", " v2", "", " v2"].map((suffix) => `20260310-Rådmandsmøde${suffix}.pdf`));
    expect(readFileSync(join(share, "Referater/Referater/2026/20260310-Rådmandsmøde v2.pdf"))).toEqual(office.pdf(twin));
  });

  it("takes publications one after the other, and the last one holds the last text", async () => {
    const share = tempDir("share");
    const office = openOffice();
    await office.publisher.choose(share);
    const first = office.publisher.publish(office.meetingId);
    office.write("Ny titel");
    const results = await Promise.all([first, office.publisher.publish(office.meetingId), office.publisher.publish(office.meetingId)]);
    expect(results.map((result) => result.state)).toEqual(["published", "published", "published"]);
    const pdfs = paths(share, /\.pdf$/);
    const latest = results[2].state === "published" ? results[2].fileName : "";
    expect(readFileSync(join(share, "Referater/Referater/2026", latest))).toEqual(office.pdf());
    expect(pdfs.at(-1)).toContain(latest.slice(0, -4));
    expect(paths(share, /\/m\//)).toHaveLength(3);
    expect(brokenFiles(share)).toEqual([]);
  });

  it.each([
    ["CON", "20260310-CON.pdf"],
    ["../../ud\\af:mappen", "20260310-.._.._ud_af_mappen.pdf"],
    ["a/b%~#?*\u0000\u202e.", "20260310-a_b_____.pdf"],
    ["😀".repeat(400), `20260310-${"😀".repeat(35)}.pdf`],
    ["  ", "20260310-.pdf"],
  ])("lays a meeting called %j", async (title, name) => {
    const share = tempDir("share");
    const office = openOffice({ title });
    await office.publisher.choose(share);
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "published", fileName: name });
    expect(paths(share, /\.pdf$/)).toEqual([`Referater/Referater/2026/${name}`]);
  });

  it("is refused without a folder, and nothing waits", async () => {
    const office = openOffice();
    await expect(office.publisher.publish(office.meetingId)).rejects.toMatchObject({ appError: { kind: "folder-not-set" } });
    expect(office.store.read((db) => getMeeting(db, office.meetingId)).state).toBe("running");
    expect(office.publisher.state()).toEqual({ kind: "none" });
  });

  it("is refused for a meeting that is not there", async () => {
    const office = openOffice();
    await office.publisher.choose(tempDir("share"));
    await expect(office.publisher.publish("00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({
      appError: { kind: "not-found" },
    });
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "published" });
  });

  it("lays the others when one meeting's attachment is missing on this PC", async () => {
    const share = tempDir("share");
    const office = openOffice();
    await office.publisher.choose(share);
    const twin = office.store.write((db, edit) =>
      createMeeting(db, edit, newMeeting(office.store.dataDir, { attachments: [], title: "Andet" })),
    );
    rmSync(blobPath(office.store.dataDir, hashOf("%PDF-1.4 bilag 1")));
    const lost = await office.publisher.publish(office.meetingId);
    expect(lost).toMatchObject({ state: "pending" });
    expect(await office.publisher.publish(twin)).toMatchObject({ state: "published" });
    expect(office.publisher.state()).toMatchObject({ kind: "trouble", waiting: 1 });
  });
});

describe("what others have in the folder", () => {
  it("is never touched: foreign PDFs, blobs with other bytes, garbage, huge files", async () => {
    const share = tempDir("share");
    const office = openOffice();
    await office.publisher.choose(share);
    const root = join(share, "Referater");
    const blob = hashOf("%PDF-1.4 bilag 1");
    putFile(root, "Referater/2026/20260310-rådmandsmøde.pdf", "en andens, med lille");
    putFile(root, "Referater/2026/20260310-Rådmandsmøde v4.pdf".normalize("NFD"), "en andens, fra en Mac");
    putFile(root, "Referater/2026/20260310-Rådmandsmøde v99999999.pdf", "ingen udgave");
    putFile(root, `data/v1/b/${blob.slice(0, 2)}/${blob}.bin`, "%PDF-1.4 bilag ?");
    putFile(root, `data/v1/m/2026/${office.meetingId}/ffffffff-000001-0123456789abcdef (4).json`, "{".repeat(200_000));
    putFile(root, `data/v1/repo-00000000-0000-4000-8000-000000000000.json`, "x".repeat(100_000));
    mkdirSync(join(root, "data/v1/repo-00000000-0000-4000-8000-000000000001.json"));
    putFile(root, "data/v1/d/en-anden.json", "\u0000\u0001");
    const before = treeOf(share);

    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ fileName: "20260310-Rådmandsmøde v5.pdf" });
    expect(treeOf(share)).toMatchObject(before);
    expect(treeOf(share)[`Referater/data/v1/b/${blob.slice(0, 2)}/${blob}-2.bin`]).toBe(blob);
    expect(brokenFiles(share, before)).toEqual([]);
  });

  it("is shared by two installations that publish the same meeting name at once", async () => {
    const share = tempDir("share");
    const offices = [openOffice(), openOffice()] as const;
    await Promise.all(offices.map((office) => office.publisher.choose(share)));
    const results = await Promise.all(offices.map((office) => office.publisher.publish(office.meetingId)));
    const names = results.map((result) => (result.state === "published" ? result.fileName : ""));
    expect(names.toSorted()).toEqual(["20260310-Rådmandsmøde v2.pdf", "20260310-Rådmandsmøde.pdf"]);
    offices.forEach((office, index) => {
      expect(readFileSync(join(share, "Referater/Referater/2026", names[index] ?? ""))).toEqual(office.pdf());
    });
    expect(paths(share, /\/m\//)).toHaveLength(2);
    expect(brokenFiles(share)).toEqual([]);
  });
});
