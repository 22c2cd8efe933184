import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { storableText } from "../../shared/domain/text.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = join(root, "dist/electron/cli.js");
const sample = join(root, "resources/samples/raadmandsmoede-2026-03-10.json");
const older = join(root, "test/fixtures/meetings/2024-10-08.json");
const uuidLine = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n$/;

type Ended = { code: number; out: string; err: string };
let folder: string;
let data: string;
let share: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "referent-cli-"));
  data = join(folder, "data");
  share = join(folder, "share");
  mkdirSync(share);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(file: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd: folder, timeout: 60_000, maxBuffer: 32 * 1024 * 1024 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : typeof error.code === "number" ? error.code : -1, out, err });
    });
  });
}
const cli = (...args: string[]): Promise<Ended> => run(process.execPath, [program, ...args, "--data", data]);

async function imported(path: string): Promise<string> {
  const { code, out, err } = await cli("import", path);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(uuidLine);
  return out.trim();
}

/** A failure is one line on stderr, without a stack. */
function expectFailure(ended: Ended, code: 1 | 2, words: RegExp): void {
  expect(ended.code).toBe(code);
  expect(ended.err).toMatch(/^[^\n]+\n$/);
  expect(ended.err).toMatch(words);
  expect(ended.err).not.toMatch(/^\s+at |Error:|node:internal/);
}

describe("done: exit code 0", () => {
  it("help and the version", async () => {
    expect(await cli("help")).toMatchObject({ code: 0, out: expect.stringContaining("referent import FIL.json"), err: "" });
    expect(await cli("list", "--help")).toMatchObject({ code: 0, out: expect.stringContaining("referent sync"), err: "" });
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(await cli("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it("export sets the collected form in the full edition, or the short one, or the open one", async () => {
    const id = await imported(sample);
    const pages = async (...kind: string[]): Promise<number> => {
      const { code, out, err } = await cli("export", id, "--out", "ud.pdf", "--json", ...kind);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      return (JSON.parse(out) as { pages: number }).pages;
    };
    const whole = await pages();
    expect(await pages("--form", "samlet", "--udgave", "fuld")).toBe(whole);
    expect(await pages("--form", "kort", "--udgave", "offentlig")).toBeLessThan(5);
    expect(whole).toBeGreaterThan(20);
    expectFailure(await cli("export", id, "--out", "ud.pdf", "--form", "lang"), 2, /--form er samlet eller kort\./);
    expectFailure(await cli("list", "--udgave", "fuld"), 2, /list tager ikke --udgave\./);
  });

  it("export writes what the name ends with, or the format asked for", async () => {
    const id = await imported(sample);
    const start = async (name: string, ...kind: string[]): Promise<string> => {
      expect(await cli("export", id, "--out", name, ...kind)).toEqual({ code: 0, out: expect.stringContaining(name), err: "" });
      return readFileSync(join(folder, name), "utf8").slice(0, 15);
    };
    expect(await start("ud.html")).toBe("<!doctype html>");
    expect(await start("ud.HTM", "--form", "kort", "--udgave", "offentlig")).toBe("<!doctype html>");
    expect(await start("ud.txt", "--format", "html")).toBe("<!doctype html>");
    expect(await start("ud.json")).toContain('"format"');
    expect(await start("aaben.json", "--udgave", "offentlig")).toContain('"format"');
    expect(await start("ud.constructor")).toContain("%PDF-");
    expect(existsSync(join(folder, "ud bilag")) && existsSync(join(folder, "aaben bilag"))).toBe(true);
    expect(await cli("import", join(folder, "ud.json"))).toMatchObject({ code: 0, out: expect.stringMatching(uuidLine) });
    expectFailure(await cli("export", id, "--out", "ud.json", "--form", "kort"), 2, /--form gælder ikke for JSON/);
    expectFailure(await cli("export", id, "--out", "ud", "--format", "docx"), 2, /--format er pdf, html eller json\./);
  });

  it("previous lays the referat of the meeting before at the punkt Referat, once", async () => {
    await imported(sample);
    const id = (await cli("new", "--date", "2026-03-17")).out.trim();
    const title = "Referat – Rådmandsmøde d. 10. marts";
    expect(await cli("previous", id)).toEqual({ code: 0, out: `${title} ligger ved Punkt 2\n`, err: "" });
    expect(JSON.parse((await cli("previous", id, "--json")).out)).toEqual({ id, title, number: 2, added: false });
  });

  it("new makes a meeting from the template", async () => {
    const made = await cli("new", "--date", "2026-03-17", "--minute-taker", "Martin");
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(uuidLine), err: "" });
    const file = JSON.parse((await cli("show", made.out.trim(), "--json")).out);
    expect(file).toMatchObject({
      title: "Rådmandsmøde d. 17. marts",
      date: "2026-03-17",
      minuteTaker: "Martin",
      series: "Rådmandsmøder 2026-2029",
    });
    const titled = await cli("new", "--title", "Ekstra møde", "--json");
    expect(JSON.parse(titled.out)).toMatchObject({ id: expect.any(String), title: "Ekstra møde" });
  });

  it("import, list, show: what went in comes out", async () => {
    const id = await imported(sample);
    const list = JSON.parse((await cli("list", "--json")).out);
    expect(list).toMatchObject([{ id, state: "draft", itemCount: 8, decidedCount: 7 }]);
    expect((await cli("list")).out).toBe(`${id}  2026-03-10  kladde    Rådmandsmøde d. 10. marts\n`);

    const shown = await cli("show", id.slice(0, 4), "--json");
    const original = JSON.parse(readFileSync(sample, "utf8").replaceAll('"bilag/', '"'));
    expect(JSON.parse(shown.out)).toEqual(original);
    const text = (await cli("show", id.toUpperCase())).out;
    expect(text).toContain("Punkt 7: Orientering fra Udvalget");
    expect(text).toContain("- at vi der lægges fem minutter ind om ny organisering");
  });

  it("the same file twice makes two meetings, and says so", async () => {
    const id = await imported(older);
    const again = await cli("import", older);
    expect(again).toMatchObject({ code: 0, out: expect.stringMatching(uuidLine), err: expect.stringContaining(id.slice(0, 8)) });
    expect(JSON.parse((await cli("list", "--json")).out)).toHaveLength(2);
  });

  it("export writes the PDF and says where, and how long it is", async () => {
    const id = await imported(sample);
    const out = join(folder, "referat.pdf");
    const exported = await cli("export", id, "--out", "referat.pdf");
    expect(exported).toMatchObject({ code: 0, err: "" });
    expect(exported.out).toMatch(new RegExp(`^${out} \\(\\d+ sider\\)\\n$`));
    const first = readFileSync(out);
    expect(first.subarray(0, 5).toString()).toBe("%PDF-");
    const asJson = JSON.parse((await cli("export", id, `--out=${out}`, "--json")).out);
    expect(asJson).toMatchObject({ id, path: out, bytes: first.byteLength, warnings: [] });
    expect(Buffer.compare(readFileSync(out), first)).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["data", "referat.pdf", "share"]);
  });

  it("check counts what is there", async () => {
    await imported(sample);
    expect(await cli("check")).toMatchObject({ code: 0, out: "I orden: 1 møde, 8 punkter, 8 bilag (8 filer).\n", err: "" });
    expect(JSON.parse((await cli("check", "--json")).out)).toEqual({
      ok: true,
      meetings: 1,
      items: 8,
      attachments: 8,
      contents: 8,
      damage: [],
    });
  });

  it("several at once in one data folder", async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => cli("new", "--date", "2026-03-17")));
    expect(made.map(({ code, err }) => ({ code, err }))).toEqual(made.map(() => ({ code: 0, err: "" })));
    expect(new Set(made.map((one) => one.out)).size).toBe(4);
    expect(JSON.parse((await cli("list", "--json")).out)).toHaveLength(4);
  });
});

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

describe("sync", () => {
  const sync = (): Promise<Ended> => cli("sync", "--folder", share);
  const pdf = "20260310-Rådmandsmøde.pdf";
  const published = (count: number, files: string[]): object => ({ published: count, received: 0, pending: 0, conflicts: 0, files });
  const pendingOne = { published: 0, received: 0, pending: 1, conflicts: 0, files: [] };

  it("lays what is held, once; a planned meeting is no referat", async () => {
    await cli("new", "--date", "2026-03-17");
    await imported(sample);
    const first = await sync();
    expect({ ...first, out: JSON.parse(first.out) }).toEqual({ code: 0, out: published(1, [pdf]), err: "" });
    const laid = readdirSync(share, { recursive: true, encoding: "utf8" });
    expect(laid).toContain(join("Referater", "Referater", "2026", pdf));
    expect(laid.filter((name) => name.endsWith(".bin"))).toHaveLength(8);
    expect(JSON.parse((await sync()).out)).toEqual(published(0, []));
    expect(readdirSync(share, { recursive: true, encoding: "utf8" })).toEqual(laid);
    expect((await cli("list", "--json")).out).toContain('"state": "planned"');
  });

  it("brings what another PC laid, gives it back written on, and neither answers the other for ever", async () => {
    const other = join(folder, "annas");
    const annas = (...args: string[]): Promise<Ended> => run(process.execPath, [program, ...args, "--data", other]);
    const id = await imported(sample);
    await sync();
    const got = await annas("sync", "--folder", share);
    expect({ ...got, out: JSON.parse(got.out) }).toEqual({ code: 0, out: { ...published(0, []), received: 1 }, err: "" });
    expect((await annas("show", id)).out).toBe((await cli("show", id)).out);
    expect((await annas("export", id, "--out", join(folder, "annas.pdf"))).code).toBe(0);
    expect((await annas("check")).code).toBe(0);
    expect(JSON.parse((await annas("sync", "--folder", share)).out)).toEqual(published(0, []));

    const next = (await annas("new", "--date", "2026-03-17")).out.trim();
    expect((await annas("previous", next)).out).toMatch(/ligger ved Punkt 2/);
    expect(JSON.parse((await sync()).out)).toEqual(published(0, []));
  });

  it("tells of a folder that was never there, and leaves it so", async () => {
    await imported(older);
    rmSync(share, { recursive: true });
    const ended = await sync();
    expectFailure(ended, 1, /Mappen kan ikke nås/);
    expect(JSON.parse(ended.out)).toEqual(pendingOne);
    expect(existsSync(share)).toBe(false);
  });

  it("keeps what a vanished folder could not take, and lays it when the folder is back", async () => {
    expect(JSON.parse((await sync()).out)).toEqual(published(0, []));
    await imported(sample);
    renameSync(share, `${share}-væk`);
    const away = await sync();
    expectFailure(away, 1, /Mappen kan ikke nås/);
    expect(JSON.parse(away.out)).toEqual(pendingOne);
    expect(existsSync(share)).toBe(false);
    expect(JSON.parse((await sync()).out)).toEqual(pendingOne);

    mkdirSync(share);
    const empty = await sync();
    expectFailure(empty, 1, /Mappen er ikke den, der blev valgt|Mappen kan ikke nås/);
    expect(JSON.parse(empty.out)).toEqual(pendingOne);
    expect(readdirSync(share)).toEqual([]);

    rmSync(share, { recursive: true });
    renameSync(`${share}-væk`, share);
    const back = await sync();
    expect({ ...back, out: JSON.parse(back.out) }).toEqual({ code: 0, out: published(1, [pdf]), err: "" });
  });

  it.skipIf(process.platform !== "linux")("tells of a folder that cannot be written", async () => {
    await imported(older);
    const ended = await cli("sync", "--folder", "/sys/kernel");
    expectFailure(ended, 1, /Du kan ikke skrive i mappen/);
    expect(JSON.parse(ended.out)).toEqual(pendingOne);
  });

  const unshare = "/usr/bin/unshare";
  const canMount = process.platform === "linux" && spawnSync(unshare, ["-rm", "true"]).status === 0;
  const inMount = (script: string): Promise<Ended> =>
    run(unshare, ["-rm", "sh", "-c", script, "sh", process.execPath, program, data, share, sample]);

  it.skipIf(!canMount)("keeps what a full folder has no room for", async () => {
    await imported(sample);
    const ended = await inMount('mount -t tmpfs -o size=256k none "$4" && exec "$1" "$2" sync --folder "$4" --data "$3"');
    expectFailure(ended, 1, /ikke plads i den delte mappe/);
    expect(JSON.parse(ended.out)).toEqual(pendingOne);
    expect((await cli("check")).code).toBe(0);
  });

  it.skipIf(!canMount)("keeps what a folder turned read-only does not take", async () => {
    const ended = await inMount(
      'mount -t tmpfs none "$4" && "$1" "$2" sync --folder "$4" --data "$3" >/dev/null && "$1" "$2" import "$5" --data "$3" >/dev/null && ' +
        'mount -o remount,ro "$4" && exec "$1" "$2" sync --folder "$4" --data "$3"',
    );
    expectFailure(ended, 1, /Du kan ikke skrive i mappen/);
    expect(JSON.parse(ended.out)).toEqual(pendingOne);
  });
});

describe("nasty strings", () => {
  it("come through import and show --json as they can be stored, and export as a PDF", async () => {
    const nasty = '#read("/etc/passwd") $x$ \u0007\u001b[31m 👩🏽‍💻 \u202eגב \ud800 **[x](javascript:1)** <b>';
    const kept = storableText(nasty);
    const file = JSON.parse(readFileSync(older, "utf8"));
    Object.assign(file, { title: nasty, series: nasty, place: nasty, minuteTaker: nasty, information: [nasty, "x".repeat(1_999)] });
    Object.assign(file.categories[0].items[0], {
      title: nasty,
      agendaText: nasty,
      recommendations: [nasty],
      decision: "å".repeat(10_000),
      publicDecision: nasty,
    });
    writeFileSync(join(folder, "moede.json"), JSON.stringify(file));
    const id = await imported("moede.json");
    const shown = JSON.parse((await cli("show", id, "--json")).out);
    expect(shown).toMatchObject({ title: kept, series: kept, place: kept, minuteTaker: kept, information: [kept, "x".repeat(1_999)] });
    expect(shown.categories[0].items[0]).toMatchObject({ title: kept, recommendations: [kept], decision: "å".repeat(10_000) });
    writeFileSync(join(folder, "igen.json"), JSON.stringify(shown));
    const again = await cli("import", "igen.json");
    expect(JSON.parse((await cli("show", again.out.trim(), "--json")).out)).toEqual(shown);
    expect((await cli("show", id)).out).toContain(kept);
    expect((await cli("export", id, "--out", "x.pdf")).code).toBe(0);
  });
});
