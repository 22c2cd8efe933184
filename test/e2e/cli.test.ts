import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { storableText } from "../../shared/domain/text.ts";
import { cli, expectFailure, folder, imported, inOwnFolder, older, root, sample, uuidLine } from "./command-line.ts";

inOwnFolder();

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
