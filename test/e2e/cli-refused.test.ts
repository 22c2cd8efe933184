import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, data, expectFailure, folder, imported, inOwnFolder, older, program, run, sample, share } from "./command-line.ts";

inOwnFolder();

describe("wrong usage: exit code 2", () => {
  it.each([
    [[], /mangler en kommando/],
    [["slet"], /Ukendt kommando: slet/],
    [["list", "--alt"], /Ukendt tilvalg: --alt/],
    [["list", "--json=ja"], /--json tager ingen værdi/],
    [["list", "mere"], /for meget: mere/],
    [["list", "--out", "x"], /list tager ikke --out/],
    [["new", "--date", "2026-02-30"], /--date skal være en dato/],
    [["new", "--title"], /--title mangler en værdi/],
    [["new", "--title", "--json"], /--title mangler en værdi/],
    [["import"], /import mangler FIL.json/],
    [["show"], /show mangler ID/],
    [["show", "abc"], /for kort/],
    [["export", "abcd"], /export mangler --out/],
    [["sync"], /sync mangler --folder/],
    [["sync", "--folder", ""], /--folder mangler en værdi/],
  ])("%j", async (args, words) => {
    const ended = await run(process.execPath, [program, "--data", data, ...args]);
    expectFailure(ended, 2, words);
    expect(ended.err).toContain("referent help");
    expect(ended.out).toBe("");
  });
});

describe("failures: exit code 1 and one line", () => {
  it("a file that is not there, not JSON, not a meeting, too large", async () => {
    const path = join(folder, "moede.json");
    expectFailure(await cli("import", "findes-ikke.json"), 1, /findes-ikke.json.*ENOENT/);
    writeFileSync(path, '{"format":\n nej}');
    expectFailure(await cli("import", path), 1, /linje 2, tegn 2/);
    const file = JSON.parse(readFileSync(older, "utf8"));
    file.categories[0].items[2].decision = 7;
    writeFileSync(path, JSON.stringify(file));
    expectFailure(await cli("import", path), 1, /categories\[0\]\.items\[2\]\.decision: skal være en tekst/);
    writeFileSync(path, `"${"x".repeat(2 * 1024 * 1024)}"`);
    expectFailure(await cli("import", path), 1, /for stor: 2,0 MB/);
    expect((await cli("list")).out).toBe("");
  });

  it("a meeting that is not there, and an id that is not one meeting's", async () => {
    expectFailure(await cli("show", "0000"), 1, /Intet møde/);
    expectFailure(await cli("export", "xyzæ", "--out", "x.pdf"), 1, /Intet møde/);
    expect(existsSync(join(folder, "x.pdf"))).toBe(false);
  });

  it("a title that cannot be kept", async () => {
    expectFailure(await cli("new", "--title", "x".repeat(2_001)), 1, /"title"/);
    expectFailure(await cli("new", "--title", " "), 1, /"title".*tom/);
  });

  it("a PDF that cannot be written", async () => {
    const id = await imported(older);
    expectFailure(await cli("export", id, "--out", join(folder, "ingen/x.pdf")), 1, /x\.pdf.*ENOENT/);
    expectFailure(await cli("export", id, "--out", share), 1, /share/);
    expect(readdirSync(folder).sort()).toEqual(["data", "share"]);
  });

  it("a data folder that cannot be written", async () => {
    writeFileSync(join(folder, "fil"), "");
    for (const place of [
      join(folder, "fil/data"),
      join(folder, "fil"),
      ...(process.platform === "linux" ? ["/sys/kernel/referent"] : []),
    ]) {
      const ended = await run(process.execPath, [program, "list", "--data", place]);
      expectFailure(ended, 1, /Datamappen kan ikke skrives/);
    }
    expectFailure(await run(process.execPath, [program, "list", "--data", "//server/share"]), 1, /på denne pc/);
  });

  it("a damaged attachment, a missing one, a damaged database", async () => {
    await imported(sample);
    const blobs = readdirSync(join(data, "blobs"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".bin"))
      .map((name) => join(data, "blobs", name));
    truncateSync(blobs[0] ?? "", 100);
    rmSync(blobs[1] ?? "");
    expectFailure(await cli("check"), 1, /er ikke, som det var.*mangler|mangler.*er ikke, som det var/);
    const asJson = await cli("check", "--json");
    expect([asJson.code, JSON.parse(asJson.out)]).toMatchObject([1, { ok: false, damage: [expect.any(String), expect.any(String)] }]);

    writeFileSync(join(data, "referent.db"), "ikke en database ".repeat(1_000));
    expectFailure(await cli("check"), 1, /[Dd]atabasen/);
  });
});
