import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolderHandlers } from "../../../electron/sync/handlers.ts";
import { faultyFolder } from "./faulty-folder.ts";
import { brokenFiles, openOffice, readSnapshot, tempDir, treeOf } from "./office.ts";

const broken = { code: "EIO" };

describe("what waits in the outbox", () => {
  it("is the exact bytes of the moment it was published, whatever is written afterwards", async () => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = openOffice({ fs });
    await office.publisher.choose(share);
    fs.fault = () => broken;
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "pending" });
    const pdf = office.pdf();
    office.write("Skrevet bagefter");
    fs.fault = () => null;
    await office.publisher.retry();
    expect(readFileSync(join(share, "Referater/Referater/2026/20260310-Rådmandsmøde.pdf"))).toEqual(Buffer.from(pdf));
    const [snapshot = ""] = Object.keys(treeOf(share)).filter((path) => path.includes("/m/"));
    expect(readFileSync(join(share, snapshot), "utf8")).not.toContain("Skrevet bagefter");
  });

  it("gives way to a newer PDF of the same meeting, while every snapshot goes", async () => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = openOffice({ fs });
    await office.publisher.choose(share);
    fs.fault = () => broken;
    for (const title of ["Første", "Anden", "Tredje"]) {
      office.write(title);
      expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "pending" });
    }
    expect(office.publisher.state()).toMatchObject({ kind: "trouble", waiting: 3 });
    fs.fault = () => null;
    await office.publisher.retry();
    const tree = Object.keys(treeOf(share));
    expect(tree.filter((path) => path.endsWith(".pdf"))).toEqual(["Referater/Referater/2026/20260310-Rådmandsmøde.pdf"]);
    expect(readFileSync(join(share, "Referater/Referater/2026/20260310-Rådmandsmøde.pdf"))).toEqual(Buffer.from(office.pdf()));
    const snapshots = tree.filter((path) => path.includes("/m/")).map((path) => readSnapshot(readFileSync(join(share, path))));
    expect(snapshots.map((snapshot) => snapshot?.content["seq"])).toEqual([1, 2, 3]);
    expect(brokenFiles(share)).toEqual([]);
  });

  it("is laid once: trying again changes nothing in the folder", async () => {
    const share = tempDir("share");
    const office = openOffice();
    await office.publisher.choose(share);
    await office.publisher.publish(office.meetingId);
    const before = treeOf(share);
    await office.publisher.retry();
    await office.restart().retry();
    expect(treeOf(share)).toEqual(before);
  });

  it("may be laid by two processes at once", async () => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = openOffice({ fs });
    const window = office.publisher;
    await window.choose(share);
    fs.fault = () => broken;
    await window.publish(office.meetingId);
    fs.fault = () => null;
    const commandLine = office.restart();
    const states = await Promise.all([window.retry(), commandLine.retry()]);
    expect(states.map((state) => state.kind)).toEqual(["connected", "connected"]);
    const tree = Object.keys(treeOf(share));
    expect(tree.filter((path) => path.endsWith(".pdf"))).toHaveLength(1);
    expect(tree.filter((path) => path.includes("/m/"))).toHaveLength(1);
    expect(brokenFiles(share)).toEqual([]);
  });

  it("is tried in the background only while something waits or is wrong", async () => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = openOffice({ fs });
    await office.publisher.choose(share);
    await office.publisher.publish(office.meetingId);
    const asked = fs.operations.length;
    office.timing.tick();
    await office.publisher.close();
    expect(fs.operations.length).toBe(asked);
  });
});

describe("the folder's requests", () => {
  it("choose what the person chose, and nothing when the dialog is cancelled", async () => {
    const share = tempDir("share");
    const office = openOffice();
    let answer: string | null = null;
    const dialogs = { chooseSaveFile: async () => null, chooseOpenFiles: async () => null, chooseFolder: async () => answer };
    const handlers = createFolderHandlers({ publisher: office.publisher, dialogs, emit: () => undefined });
    expect(await handlers["folder:choose"]({})).toBeNull();
    expect(await handlers["folder:state"]({})).toEqual({ kind: "none" });
    answer = share;
    expect(await handlers["folder:choose"]({})).toMatchObject({ kind: "connected" });
    expect(await handlers["referat:publish"]({ meetingId: office.meetingId })).toMatchObject({ state: "published" });
    expect(await handlers["folder:retry"]({})).toMatchObject({ kind: "connected", lastPublishedAt: expect.any(String) });
    expect(await handlers["folder:forget"]({})).toEqual({ kind: "none" });
  });
});
