import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultyFolder } from "./faulty-folder.ts";
import { openOffice, putFile, tempDir, treeOf } from "./office.ts";

const markers = (share: string) => Object.keys(treeOf(share)).filter((path) => /repo-[0-9a-f-]{36}\.json$/.test(path));
const low = "00000000-0000-4000-8000-000000000000";
const high = "ffffffff-ffff-4fff-8fff-ffffffffffff";
const marker = (id: string) => `{"format":"referent-repo/1","id":"${id}","minReader":1}\n`;

describe("choosing the shared folder", () => {
  it("writes a marker and a readme in a new one, and nothing the second time", async () => {
    const share = tempDir("share");
    await openOffice().publisher.choose(share);
    const before = treeOf(share);
    expect(Object.keys(before)).toEqual(["Referater/LAES-MIG.txt", ...markers(share)]);
    const id = basename(markers(share)[0] ?? "").slice(5, -5);
    expect(readFileSync(join(share, markers(share)[0] ?? ""), "utf8")).toBe(marker(id));
    const readme = readFileSync(join(share, "Referater/LAES-MIG.txt"), "utf8");
    expect(readme.startsWith("\uFEFFDenne mappe bruges af programmet Referent")).toBe(true);
    expect(readme.replaceAll("\r\n", "")).not.toContain("\n");

    await openOffice().publisher.choose(share);
    expect(treeOf(share)).toEqual(before);
  });

  it("leaves a readme of someone else's alone", async () => {
    const share = tempDir("share");
    putFile(share, "Referater/LAES-MIG.txt", "vores egen tekst");
    await openOffice().publisher.choose(share);
    expect(readFileSync(join(share, "Referater/LAES-MIG.txt"), "utf8")).toBe("vores egen tekst");
    expect(markers(share)).toHaveLength(1);
  });

  it("finds the folder in use, whichever of its levels is chosen", async () => {
    const share = tempDir("share");
    await openOffice().publisher.choose(share);
    mkdirSync(join(share, "Referater/Referater"));
    const before = treeOf(share);
    for (const level of [share, join(share, "Referater"), join(share, "Referater/Referater")]) {
      const office = openOffice();
      expect(await office.publisher.choose(level)).toMatchObject({ kind: "connected", name: basename(level) });
      await office.publisher.publish(office.meetingId);
    }
    expect(Object.keys(treeOf(share)).filter((path) => !path.startsWith("Referater/"))).toEqual([]);
    expect(markers(share)).toHaveLength(1);
    expect(treeOf(share)).toMatchObject(before);
  });

  it("uses a folder named Referater as it is", async () => {
    const chosen = join(tempDir("share"), "referater");
    mkdirSync(chosen);
    await openOffice().publisher.choose(chosen);
    expect(Object.keys(treeOf(chosen))).toContain("LAES-MIG.txt");
  });

  it("lets the lowest of several markers be the identity, and passes over one that is damaged", async () => {
    const share = tempDir("share");
    putFile(share, `Referater/data/v1/repo-${high}.json`, marker(high));
    putFile(share, `Referater/data/v1/repo-${low}.json`, marker(high));
    const office = openOffice();
    await office.publisher.choose(share);
    putFile(share, "Referater/data/v1/repo-00000000-0000-4000-8000-000000000001.json", "{");
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "published" });
    expect(markers(share)).toHaveLength(3);
  });

  it("agrees on one identity when another PC makes its marker at the same moment", async () => {
    const share = tempDir("share");
    for (const other of [low, high]) {
      const fs = faultyFolder((operation) => {
        const renamesMarker = operation.name === "rename" && /repo-/.test(operation.path);
        if (renamesMarker) putFile(join(share, other), `Referater/data/v1/repo-${other}.json`, marker(other));
        return null;
      });
      mkdirSync(join(share, other));
      const office = openOffice({ fs });
      await office.publisher.choose(join(share, other));
      const ours = markers(join(share, other)).filter((path) => !path.includes(other));
      expect(ours).toHaveLength(1);
      const seen: string[] = [];
      fs.fault = ({ name, path }) => {
        if (name === "readFile" && /repo-/.test(path)) seen.push(basename(path).slice(5, -5));
        return null;
      };
      await office.publisher.retry();
      expect(seen).toEqual([[low, basename(ours[0] ?? "").slice(5, -5)].includes(other) ? low : basename(ours[0] ?? "").slice(5, -5)]);
    }
  });

  it("says that a folder is not there, and makes none", async () => {
    const gone = join(tempDir("share"), "findes-ikke");
    await expect(openOffice().publisher.choose(gone)).rejects.toMatchObject({ appError: { kind: "folder-absent" } });
    expect(treeOf(join(gone, ".."))).toEqual({});
  });

  it("does not go through a link where a directory of ours should be", async () => {
    const [share, elsewhere] = [tempDir("share"), tempDir("elsewhere")];
    const office = openOffice();
    await office.publisher.choose(share);
    symlinkSync(elsewhere, join(share, "Referater/data/v1/m"));
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "pending", error: { kind: "folder-failed" } });
    expect(treeOf(elsewhere)).toEqual({});
  });

  it("forgets the folder and leaves it as it is; what waits goes to the next one", async () => {
    const [share, next] = [tempDir("share"), tempDir("share")];
    const fs = faultyFolder();
    const office = openOffice({ fs });
    await office.publisher.choose(share);
    fs.fault = ({ name }) => (name === "open" ? { code: "EACCES" } : null);
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "pending" });
    const before = treeOf(share);
    fs.fault = () => null;
    expect(office.publisher.forget()).toEqual({ kind: "none" });
    expect(await office.publisher.retry()).toEqual({ kind: "none" });
    expect(treeOf(share)).toEqual(before);
    await office.publisher.choose(next);
    expect(await office.publisher.retry()).toMatchObject({ kind: "connected", lastPublishedAt: expect.any(String) });
    expect(Object.keys(treeOf(next)).filter((path) => path.endsWith(".pdf"))).toHaveLength(1);
  });
});
