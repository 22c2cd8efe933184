import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Fault, type FaultyFolder, faultyFolder, type Operation } from "./faulty-folder.ts";
import { brokenFiles, type Office, openOffice, putFile, tempDir, treeOf } from "./office.ts";

const low = "00000000-0000-4000-8000-000000000000";

async function chosenOffice(share: string, fs: FaultyFolder = faultyFolder()): Promise<Office> {
  const office = openOffice({ fs });
  await office.publisher.choose(share);
  return office;
}

function laid(share: string): string[] {
  return Object.keys(treeOf(share)).filter((path) => /\.pdf$|\/m\/|\.bin$/.test(path));
}

async function expectPublishedByRetry(office: Office, share: string): Promise<void> {
  expect(await office.publisher.retry()).toMatchObject({ kind: "connected", lastPublishedAt: expect.any(String) });
  expect(laid(share)).toHaveLength(4);
  expect(brokenFiles(share)).toEqual([]);
}

const tools = { mount: "/bin/mount", unmount: "/bin/umount" };

/** Mounts a small file system of its own, or null where that is not allowed. */
function mountSmall(size: string): string | null {
  const path = tempDir("mount");
  try {
    execFileSync(tools.mount, ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", path], { stdio: "ignore" });
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync(tools.unmount, ["-l", path]);
  });
  return path;
}

describe("a folder that is not the one chosen", () => {
  it("stops when the marker is missing, deletes nothing, and goes on when it is back", async () => {
    const share = tempDir("share");
    const office = await chosenOffice(share);
    const data = join(share, "Referater/data/v1");
    const [name = ""] = Object.keys(treeOf(data));
    renameSync(join(data, name), join(share, name));
    const before = treeOf(share);
    const expected = basename(name).slice(5, -5);
    expect(await office.publisher.publish(office.meetingId)).toEqual({
      state: "pending",
      error: { kind: "folder-changed", expected, found: null },
    });
    expect(treeOf(share)).toEqual(before);
    expect(office.publisher.state()).toMatchObject({ kind: "trouble", waiting: 1, error: { kind: "folder-changed" } });
    putFile(data, `repo-${low}.json`, `{"format":"referent-repo/1","id":"${low}"}\n`);
    expect(await office.publisher.retry()).toMatchObject({ kind: "trouble", error: { kind: "folder-changed", expected, found: low } });
    renameSync(join(share, name), join(data, name));
    await expectPublishedByRetry(office, share);
  });

  it("does not fill an unplugged drive's empty mount point", async () => {
    const share = tempDir("share");
    const office = await chosenOffice(share);
    renameSync(join(share, "Referater"), `${share}-borte`);
    onTestFinished(() => rmSync(`${share}-borte`, { recursive: true, force: true }));
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "pending", error: { kind: "folder-changed" } });
    expect(treeOf(share)).toEqual({});
    expect(existsSync(join(share, "Referater"))).toBe(false);
    renameSync(`${share}-borte`, join(share, "Referater"));
    await expectPublishedByRetry(office, share);
  });

  it("waits for a folder that is gone, also over a restart, and lays it in the background when it is back", async () => {
    const share = join(tempDir("share"), "drev");
    mkdirSync(share);
    const office = await chosenOffice(share);
    renameSync(share, `${share}-borte`);
    expect(await office.publisher.publish(office.meetingId)).toEqual({ state: "pending", error: { kind: "folder-absent" } });
    expect(existsSync(share)).toBe(false);
    const restarted = office.restart();
    expect(await restarted.retry()).toMatchObject({ kind: "trouble", name: "drev", error: { kind: "folder-absent" }, waiting: 1 });
    renameSync(`${share}-borte`, share);
    office.timing.tick();
    await expect.poll(() => restarted.state()).toMatchObject({ kind: "connected", lastPublishedAt: expect.any(String) });
    expect(office.events.at(-1)).toEqual(restarted.state());
    expect(laid(share)).toHaveLength(4);
    expect(brokenFiles(share)).toEqual([]);
  });
});

describe("a folder that cannot take it", () => {
  it.each([
    ["EROFS", { kind: "folder-read-only", code: "EROFS" }],
    ["EACCES", { kind: "folder-read-only", code: "EACCES" }],
    ["ENOSPC", { kind: "disk-full", where: "folder" }],
    ["EDQUOT", { kind: "disk-full", where: "folder" }],
    ["EIO", { kind: "folder-failed", code: "EIO" }],
    ["ESTALE", { kind: "folder-absent" }],
    ["ENOTCONN", { kind: "folder-absent" }],
  ])("says what %s means, and lays it later", async (code, error) => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = await chosenOffice(share, fs);
    fs.fault = ({ name }) => (name === "open" || name === "mkdir" ? { code } : null);
    expect(await office.publisher.publish(office.meetingId)).toEqual({ state: "pending", error });
    expect(office.events.at(-1)).toEqual({ kind: "trouble", name: basename(share), error, waiting: 1 });
    fs.fault = () => null;
    await expectPublishedByRetry(office, share);
  });

  it("vanishes midway", async () => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = await chosenOffice(share, fs);
    fs.fault = ({ name, path }) => {
      if (name === "sync" && /Referater.2026/.test(path)) renameSync(join(share, "Referater"), join(share, "borte"));
      return null;
    };
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "pending", error: { kind: "folder-absent" } });
    expect(existsSync(join(share, "Referater"))).toBe(false);
    fs.fault = () => null;
    renameSync(join(share, "borte"), join(share, "Referater"));
    await expectPublishedByRetry(office, share);
  });

  it("is really full, then has room", async (context) => {
    const share = mountSmall("1m");
    if (share === null) return context.skip("no right to mount");
    const office = openOffice({ pdfPadding: 2 * 1024 * 1024 });
    await office.publisher.choose(share);
    expect(await office.publisher.publish(office.meetingId)).toEqual({ state: "pending", error: { kind: "disk-full", where: "folder" } });
    expect(brokenFiles(share)).toEqual([]);
    expect(Object.keys(treeOf(share)).filter((path) => path.includes(".tmp-"))).toEqual([]);
    execFileSync(tools.mount, ["-o", "remount,size=16m", share]);
    await expectPublishedByRetry(office, share);
  });

  it("is really read-only, then can be written", async (context) => {
    const share = mountSmall("4m");
    if (share === null) return context.skip("no right to mount");
    const office = openOffice();
    await office.publisher.choose(share);
    execFileSync(tools.mount, ["-o", "remount,ro", share]);
    const before = treeOf(share);
    expect(await office.publisher.publish(office.meetingId)).toEqual({
      state: "pending",
      error: { kind: "folder-read-only", code: "EROFS" },
    });
    expect(treeOf(share)).toEqual(before);
    execFileSync(tools.mount, ["-o", "remount,rw", share]);
    await expectPublishedByRetry(office, share);
  });

  it("takes a few bytes at a time", async () => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = await chosenOffice(share, fs);
    fs.fault = ({ name }) => (name === "write" ? { shortBytes: 7 } : null);
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "published" });
    expect(laid(share)).toHaveLength(4);
    expect(brokenFiles(share)).toEqual([]);
  });

  it("takes half of a file and then no more", async () => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = await chosenOffice(share, fs);
    fs.fault = ({ name }) => (name === "write" ? { shortBytes: 5, next: "ENOSPC" } : null);
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "pending", error: { kind: "disk-full" } });
    expect(laid(share)).toEqual([]);
    expect(Object.keys(treeOf(share)).filter((path) => path.includes(".tmp-"))).toEqual([]);
    fs.fault = () => null;
    await expectPublishedByRetry(office, share);
  });

  it("cannot sync, which a share may lack", async () => {
    const share = tempDir("share");
    const fs = faultyFolder(({ name }) => (name === "sync" ? { code: "EINVAL" } : null));
    const office = await chosenOffice(share, fs);
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "published" });
    expect(brokenFiles(share)).toEqual([]);
  });
});

describe("a folder that will not give a file its name", () => {
  const noLinks = ({ name }: Operation): Fault | null => (name === "link" ? { code: "ENOTSUP" } : null);

  it.each(["EBUSY", "EPERM", "EACCES"])("is tried again while %s lasts, up to a minute", async (code) => {
    for (const lastsMs of [1, 2_000, 59_000]) {
      const share = tempDir("share");
      const fs = faultyFolder(noLinks);
      const office = await chosenOffice(share, fs);
      const { timing } = office;
      let freeAt = Number.NaN;
      fs.fault = (operation) => {
        if (operation.name !== "rename") return noLinks(operation);
        if (Number.isNaN(freeAt)) freeAt = timing.nowMs + lastsMs;
        return timing.nowMs < freeAt ? { code } : null;
      };
      timing.pauses.length = 0;
      expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "published" });
      expect(timing.pauses.slice(0, 3)).toEqual([10, 20, 40].slice(0, Math.min(timing.pauses.length, 3)));
      expect(Math.max(...timing.pauses)).toBeLessThanOrEqual(1_000);
      expect(timing.nowMs).toBeLessThan(61_000);
      expect(fs.operations.some(({ name, path }) => name === "open" && !path.includes(".tmp-"))).toBe(false);
      expect(Object.keys(treeOf(share)).filter((path) => path.includes(".tmp-"))).toEqual([]);
      expect(brokenFiles(share)).toEqual([]);
    }
  });

  it("gets the final name written directly after a minute, and it is read back", async () => {
    const share = tempDir("share");
    const fs = faultyFolder((operation) => (operation.name === "rename" ? { code: "EBUSY" } : noLinks(operation)));
    const office = await chosenOffice(share, fs);
    const begun = office.timing.nowMs;
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "published" });
    // Two attachments, the PDF, the snapshot and the device file: a minute each.
    expect(office.timing.nowMs - begun).toBeGreaterThanOrEqual(5 * 60_000);
    expect(laid(share)).toHaveLength(4);
    expect(brokenFiles(share)).toEqual([]);
    expect(Object.keys(treeOf(share)).filter((path) => path.includes(".tmp-"))).toEqual([]);
    const [pdf = ""] = laid(share).filter((path) => path.endsWith(".pdf"));
    expect(readFileSync(join(share, pdf))).toEqual(Buffer.from(office.pdf()));
  });

  it("tears a directly written file: it is taken away again, and laid whole later", async () => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = await chosenOffice(share, fs);
    const before = treeOf(share);
    fs.fault = (operation) => {
      if (operation.name === "rename") return { code: "EBUSY" };
      if (operation.name === "write" && !operation.path.includes(".tmp-")) return { shortBytes: 4, next: "EIO" };
      return noLinks(operation);
    };
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "pending", error: { code: "EIO" } });
    expect(treeOf(share)).toEqual(before);
    fs.fault = () => null;
    await expectPublishedByRetry(office, share);
  });

  it("leaves a file that someone lays under the name meanwhile", async () => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = await chosenOffice(share, fs);
    const taken = "Referater/Referater/2026/20260310-Rådmandsmøde.pdf";
    fs.fault = (operation) => {
      if (operation.name === "link" && operation.path.endsWith("møde.pdf") && !existsSync(join(share, taken)))
        putFile(share, taken, "en andens");
      return noLinks(operation);
    };
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ fileName: "20260310-Rådmandsmøde v2.pdf" });
    expect(readFileSync(join(share, taken), "utf8")).toBe("en andens");
  });
});

describe("a folder that does not answer", () => {
  it("leaves it waiting after the limit, asks no more of it, and lays it when it answers again", async () => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = await chosenOffice(share, fs);
    let answer: () => void = () => undefined;
    const hangUntil = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const begun = fs.operations.length;
    const { callLimitMs } = office.timing;
    office.timing.callLimitMs = 20;
    fs.fault = () => ({ hangUntil });
    expect(await office.publisher.publish(office.meetingId)).toEqual({ state: "pending", error: { kind: "folder-absent" } });
    for (let tries = 0; tries < 5; tries += 1) await office.publisher.retry();
    expect(fs.operations.length - begun).toBe(2);
    fs.fault = () => null;
    office.timing.callLimitMs = callLimitMs;
    answer();
    await expect.poll(() => office.publisher.retry()).toMatchObject({ kind: "connected", lastPublishedAt: expect.any(String) });
    await expectPublishedByRetry(office, share);
  });

  it.each(["open", "write", "sync", "close", "link", "readFile"] as const)("may hang in %s and finish late, without harm", async (name) => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = await chosenOffice(share, fs);
    let answer: () => void = () => undefined;
    const hangUntil = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { callLimitMs } = office.timing;
    let hung = 0;
    fs.fault = (operation) => {
      // Only the hung call is cut short; the others may take the time that a busy machine needs.
      office.timing.callLimitMs = callLimitMs;
      if (operation.name !== name || !operation.path.includes("2026") || hung > 0) return null;
      hung += 1;
      office.timing.callLimitMs = 20;
      return { hangUntil };
    };
    await office.publisher.publish(office.meetingId);
    expect(hung).toBe(1);
    answer();
    await expectPublishedByRetry(office, share);
    office.write("Efter");
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "published" });
    expect(brokenFiles(share)).toEqual([]);
  });

  it("does not hold the app back when it closes", async () => {
    const share = tempDir("share");
    const fs = faultyFolder();
    const office = await chosenOffice(share, fs);
    fs.fault = () => ({ hangUntil: new Promise(() => undefined) });
    const publishing = office.publisher.publish(office.meetingId);
    await expect.poll(() => fs.operations.length).toBeGreaterThan(0);
    await office.publisher.close();
    expect(await publishing).toMatchObject({ state: "pending" });
    fs.fault = () => null;
    await office.restart().retry();
    expect(laid(share)).toHaveLength(4);
  });
});
