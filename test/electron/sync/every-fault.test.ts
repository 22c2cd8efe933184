import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultyFolder } from "./faulty-folder.ts";
import { brokenFiles, hashOf, type Office, openOffice, putFile, shortOf, tempDir, treeOf } from "./office.ts";

/** A folder in use that holds files of others under the very names that a publication wants. */
async function crowdedShare(office: Office, name: string): Promise<{ share: string; foreign: Record<string, string> }> {
  const share = tempDir(name);
  const blob = hashOf("%PDF-1.4 bilag 1");
  for (const name of ["20260310-Rådmandsmøde.pdf", "20260310-Rådmandsmøde kort.pdf"])
    putFile(share, `Referater/Referater/2026/${name}`, "en andens");
  putFile(share, `Referater/data/v1/b/${blob.slice(0, 2)}/${blob}.bin`, "en andens");
  putFile(share, `Referater/data/v1/m/2026/${office.meetingId}/ffffffff-000001-0123456789abcdef.json`, "en andens");
  const foreign = treeOf(share);
  await office.publisher.choose(share);
  return { share, foreign };
}

function expectUnharmed(share: string, foreign: Record<string, string>): void {
  expect(treeOf(share)).toMatchObject(foreign);
  expect(brokenFiles(share, foreign)).toEqual([]);
}

function expectLaid(office: Office, share: string, foreign: Record<string, string>): void {
  expectUnharmed(share, foreign);
  const own = Object.entries(treeOf(share)).filter(([path]) => !(path in foreign) && !path.includes(".tmp-"));
  expect(own.filter(([path]) => path.endsWith(".pdf"))).toEqual([
    ["Referater/Referater/2026/20260310-Rådmandsmøde kort v2.pdf", hashOf(shortOf(office.pdf()))],
    ["Referater/Referater/2026/20260310-Rådmandsmøde v2.pdf", hashOf(office.pdf())],
  ]);
  expect(own.filter(([path]) => path.includes("/m/"))).toHaveLength(1);
  expect(new Set(own.filter(([path]) => path.endsWith(".bin")).map(([, hash]) => hash)).size).toBe(2);
}

/** How many calls a publication makes when nothing goes wrong. */
async function countOperations(links: boolean): Promise<number> {
  const fs = faultyFolder(({ name }) => (name === "link" && !links ? { code: "ENOTSUP" } : null));
  const office = openOffice({ fs, laysShort: true });
  await crowdedShare(office, "count");
  const before = fs.operations.length;
  expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "published" });
  return fs.operations.length - before;
}

describe.each([
  ["with hard links", true],
  ["without hard links", false],
])("a fault at each call to the folder, %s", (_name, links) => {
  const linkFault = (name: string) => (name === "link" && !links ? { code: "ENOTSUP" } : null);

  it.each(["EIO", "ENOSPC", "EBUSY"])("%s once: nothing is harmed, nothing is lost", { timeout: 120_000 }, async (code) => {
    const count = await countOperations(links);
    expect(count).toBeGreaterThan(40);
    const fs = faultyFolder(({ name }) => linkFault(name));
    const office = openOffice({ fs, laysShort: true });
    for (let at = 0; at < count; at += 1) {
      const { share, foreign } = await crowdedShare(office, `at-${at}`);
      const begun = fs.operations.length;
      fs.fault = ({ index, name }) => (index - begun === at ? { code } : linkFault(name));
      await office.publisher.publish(office.meetingId);
      expectUnharmed(share, foreign);
      const state = await office.publisher.retry();
      expect(state, `fault at call ${at}`).toMatchObject({ kind: "connected", lastPublishedAt: expect.any(String) });
      expectLaid(office, share, foreign);
    }
  });

  it.each([false, true])("killed there (the call itself done: %s), then started again", { timeout: 120_000 }, async (done) => {
    const count = await countOperations(links);
    const fs = faultyFolder();
    const office = openOffice({ fs, laysShort: true });
    for (let at = 0; at < count; at += 1) {
      fs.fault = ({ name }) => linkFault(name);
      office.restart(fs);
      const { share, foreign } = await crowdedShare(office, `kill-${at}`);
      const begun = fs.operations.length;
      fs.fault = ({ index, name }) => {
        if (index - begun < at) return linkFault(name);
        return { code: "EIO", done: done && index - begun === at && linkFault(name) === null };
      };
      await office.publisher.publish(office.meetingId);
      expectUnharmed(share, foreign);
      const healthy = faultyFolder(({ name }) => linkFault(name));
      const state = await office.restart(healthy).retry();
      expect(state, `killed at call ${at}`).toMatchObject({ kind: "connected", lastPublishedAt: expect.any(String) });
      expectLaid(office, share, foreign);
    }
  });
});

describe("a fault at each call while a folder is taken into use", () => {
  it.each(["EIO", "ENOSPC", "EACCES"])("%s: told, and the next try takes it into use with one marker that works", async (code) => {
    const probe = faultyFolder();
    await openOffice({ fs: probe, laysShort: true }).publisher.choose(tempDir("probe"));
    const fs = faultyFolder();
    const office = openOffice({ fs, laysShort: true });
    for (let at = 0; at < probe.operations.length; at += 1) {
      const share = tempDir(`choose-${at}`);
      putFile(share, "andres.txt", "en andens");
      const begun = fs.operations.length;
      fs.fault = ({ index }) => (index - begun === at ? { code } : null);
      await office.publisher.choose(share).catch((error: unknown) => {
        expect(error).toMatchObject({ appError: { kind: expect.stringMatching(/^folder-|^disk-full/) } });
      });
      fs.fault = () => null;
      expect(await office.publisher.choose(share)).toMatchObject({ kind: "connected" });
      expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "published" });
      expect(brokenFiles(join(share, "Referater"))).toEqual([]);
      expect(treeOf(share)).toHaveProperty(["Referater/LAES-MIG.txt"]);
      expect(treeOf(share)["andres.txt"]).toBe(hashOf("en andens"));
    }
  });
});
