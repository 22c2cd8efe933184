import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readBlob } from "../../../electron/attachments/blobs.ts";
import { readMeetingFile } from "../../../electron/import/read.ts";
import { meetingToFile } from "../../../electron/import/write.ts";
import { createMeeting, getMeeting } from "../../../electron/meetings/repository.ts";
import { openStore } from "../../../electron/store/open.ts";
import type { Store } from "../../../electron/store/store.ts";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { type MeetingFileInput, meetingFile } from "../../../shared/domain/meeting-file.ts";
import { storableText } from "../../../shared/domain/text.ts";
import { type AppError, AppFailure } from "../../../shared/errors.ts";

const root = new URL("../../../", import.meta.url).pathname;
let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "referent-import-"));
  store = openStore({ dataDir: join(folder, "data"), clock: { now: () => new Date("2026-03-10T12:00:00Z") } });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const minimal: MeetingFileInput = {
  format: "referent-meeting/1",
  series: "Rådmandsmøder 2026-2029",
  title: "Rådmandsmøde d. 10. marts",
  date: "2026-03-10",
  start: "11:00",
  end: "13:00",
};
const withItems = (...items: object[]): object => ({ ...minimal, categories: [{ name: "Til godkendelse", items }] });

function write(content: string | Uint8Array | object): string {
  const path = join(folder, "moede.json");
  const raw = typeof content === "string" || content instanceof Uint8Array;
  writeFileSync(path, raw ? content : JSON.stringify(content));
  return path;
}

async function importFile(path: string): Promise<MeetingView> {
  const meeting = await readMeetingFile(path, store.dataDir);
  const id = store.write((db, edit) => createMeeting(db, edit, meeting));
  return store.read((db) => getMeeting(db, id));
}

async function failure(content: Parameters<typeof write>[0]): Promise<AppError> {
  const path = write(content);
  try {
    await readMeetingFile(path, store.dataDir);
  } catch (error) {
    if (error instanceof AppFailure) return error.appError;
    throw error;
  }
  throw new Error("the import was not refused");
}

const invalid = (field: string, reason: string | RegExp): object => ({
  kind: "import-invalid",
  field,
  reason: typeof reason === "string" ? reason : expect.stringMatching(reason),
});

describe("a whole meeting", () => {
  it.each([
    "resources/samples/raadmandsmoede-2026-03-10.json",
    "test/fixtures/meetings/2024-10-08.json",
    "test/fixtures/meetings/2023-12-18.json",
  ])("%s comes back from show --json as it was", async (path) => {
    const source = meetingFile.parse(JSON.parse(readFileSync(join(root, path), "utf8")));
    const meeting = await importFile(join(root, path));
    const bare = (file: object): object => JSON.parse(JSON.stringify(file).replaceAll("bilag/", ""));
    expect(meetingToFile(meeting)).toEqual(bare(source));
    expect(meeting.state).toBe("draft");

    const again = join(folder, "igen");
    mkdirSync(again);
    for (const { fileName, sha256 } of itemsOf(meeting).flatMap((item) => item.attachments))
      writeFileSync(join(again, fileName), readBlob(store.dataDir, sha256));
    writeFileSync(join(again, "moede.json"), JSON.stringify(meetingToFile(meeting)));
    expect(meetingToFile(await importFile(join(again, "moede.json")))).toEqual(meetingToFile(meeting));
  });

  it("keeps the bytes and kind of an attachment", async () => {
    const meeting = await importFile(join(root, "resources/samples/raadmandsmoede-2026-03-10.json"));
    const attachment = itemsOf(meeting)[2]?.attachments[0];
    expect(attachment).toMatchObject({ fileName: "punkt-3-indstilling.pdf", mediaType: "application/pdf" });
    const original = readFileSync(join(root, "resources/samples/bilag/punkt-3-indstilling.pdf"));
    expect(Buffer.compare(readBlob(store.dataDir, attachment?.sha256 ?? ""), original)).toBe(0);
  });

  it("takes defaults, and a byte order mark", async () => {
    const meeting = await importFile(write(`\ufeff${JSON.stringify(minimal)}`));
    expect(meeting).toMatchObject({ place: "", minuteTaker: "", information: [], categories: [], state: "planned" });
  });

  it("takes ProseMirror JSON too", async () => {
    const decision = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "Godkendt.", marks: [{ type: "bold" }] }] }],
    };
    expect(meetingToFile(await importFile(write(withItems({ title: "Dagsorden", decision })))).categories[0]?.items[0]?.decision).toBe(
      "**Godkendt.**",
    );
  });
});

describe("state and numbers", () => {
  const imported = async (...items: object[]): Promise<{ state: string; numbers: number[] }> => {
    const meeting = await importFile(write(withItems(...items)));
    return { state: meeting.state, numbers: itemsOf(meeting).map((item) => item.number) };
  };
  it.each([
    ["no numbers, no decisions", [{}, {}], "planned", [1, 2]],
    ["numbers that follow order", [{ number: 1 }, {}, { number: 3 }], "planned", [1, 2, 3]],
    ["the old system's lone full stop", [{ decision: "." }], "planned", [1]],
    ["a decision", [{}, { decision: "Godkendt." }], "draft", [1, 2]],
    ["numbers with a gap", [{ number: 2 }, { number: 5 }, {}, { number: 6 }], "draft", [2, 5, 7, 6]],
    ["numbers out of order", [{ number: 2 }, { number: 1 }], "draft", [2, 1]],
  ] as const)("%s", async (_name, items, state, numbers) => {
    expect(await imported(...items.map((item) => ({ title: "Punkt", ...item })))).toEqual({ state, numbers });
  });
});

describe("who writes", () => {
  it.each([
    ["", ["Martin er referent.", "En gæst."], "Martin", ["En gæst."]],
    ["Martin", ["Martin er referent."], "Martin", []],
    ["Anton", ["Martin er referent."], "Anton", ["Martin er referent."]],
    ["", ["Hun er ikke referent i dag."], "", ["Hun er ikke referent i dag."]],
  ])("minuteTaker %j with %j", async (minuteTaker, information, expected, left) => {
    const meeting = await importFile(write({ ...minimal, minuteTaker, information }));
    expect([meeting.minuteTaker, meeting.information]).toEqual([expected, left]);
  });
});

describe("a file that is not right is refused with its field named", () => {
  it.each([
    ["not JSON", '{\n  "format": referent\n}', "(filen)", "er ikke JSON: fejl ved linje 2, tegn 13"],
    ["cut short", '{"format": "refe', "(filen)", /linje 1, tegn 17/],
    ["empty", "", "(filen)", /linje 1, tegn 1/],
    ["not UTF-8", new Uint8Array([0x7b, 0x22, 0xe6, 0x22, 0x7d]), "(filen)", /UTF-8/],
    ["a list", [], "(filen)", "skal være et objekt"],
    ["null", "null", "(filen)", "skal være et objekt"],
    ["no format", { ...minimal, format: undefined }, "format", /mangler/],
    ["another format", { ...minimal, format: "referent-meeting/2" }, "format", /"referent-meeting\/1"/],
    ["no date", { ...minimal, date: undefined }, "date", "mangler"],
    ["a day that is not", { ...minimal, date: "2026-02-30" }, "date", /dato som/],
    ["a time that is not", { ...minimal, start: "25:00" }, "start", /klokkeslæt/],
    ["an empty title", { ...minimal, title: " " }, "title", "må ikke være tom"],
    ["a long title", { ...minimal, title: "x".repeat(2_001) }, "title", "er længere end 2000 tegn"],
    ["a wrong type", { ...minimal, information: "x" }, "information", "skal være en liste"],
    ["a misspelt field", { ...minimal, referent: "Martin" }, "referent", "ukendt felt"],
    [
      "a misspelt field deep down",
      withItems({ title: "x" }, { title: "y", beslutning: "" }),
      "categories[0].items[1].beslutning",
      "ukendt felt",
    ],
    ["a decision that is a number", withItems({ title: "x", decision: 7 }), "categories[0].items[0].decision", /en tekst/],
    ["a decision too long", withItems({ title: "x", decision: "x".repeat(300_000) }), "categories[0].items[0].decision", /længere end/],
    [
      "a decision too large once read",
      withItems({ title: "x", decision: "*a*b".repeat(50_000) }),
      "categories[0].items[0].decision",
      /256 KB/,
    ],
    [
      "an unknown node",
      withItems({ title: "x", decision: { type: "doc", content: [{ type: "image" }] } }),
      "categories[0].items[0].decision.content[0].type",
      /ukendt/,
    ],
    [
      "a script link",
      withItems({
        title: "x",
        decision: {
          type: "doc",
          content: [
            { type: "paragraph", content: [{ type: "text", text: "a", marks: [{ type: "link", attrs: { href: "javascript:1" } }] }] },
          ],
        },
      }),
      "categories[0].items[0].decision.content[0].content[0].marks[0].attrs.href",
      /kun http/,
    ],
    ["minutes below zero", withItems({ title: "x", minutes: -1 }), "categories[0].items[0].minutes", "er mindre end 0"],
    ["half a number", withItems({ title: "x", number: 1.5 }), "categories[0].items[0].number", /et helt tal/],
    ["a number twice", withItems({ title: "x", number: 2 }, { title: "y", number: 2 }), "categories[0].items[1].number", /findes to gange/],
    [
      "a recommendation of the wrong type",
      withItems({ title: "x", recommendations: ["a", 1] }),
      "categories[0].items[0].recommendations[1]",
      "skal være en tekst",
    ],
    ["several faults", { ...minimal, date: undefined, start: undefined }, "date", "mangler (og 1 fejl mere)"],
  ])("%s", async (_name, content, field, reason) => {
    expect(await failure(content)).toEqual(invalid(field, reason));
  });

  it("too large a file", async () => {
    expect(await failure(JSON.stringify({ ...minimal, place: "x".repeat(2 * 1024 * 1024) }))).toMatchObject({ kind: "too-large" });
  });

  it("a file nested a hundred thousand deep", async () => {
    const deep = `{"type":"doc","content":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const text = JSON.stringify(withItems({ title: "x", decision: "DEEP" })).replace('"DEEP"', deep);
    expect(await failure(text)).toEqual(invalid("categories[0].items[0].decision", /indlejret for dybt/));
    expect(await failure("[".repeat(500_000) + "]".repeat(500_000))).toEqual(invalid("(filen)", /objekt/));
  });

  it("no file, a folder", async () => {
    await expect(readMeetingFile(join(folder, "findes-ikke.json"), store.dataDir)).rejects.toThrow("file-unreadable");
    await expect(readMeetingFile(folder, store.dataDir)).rejects.toThrow("file-unreadable");
  });
});

describe("attachments", () => {
  const blobs = (): string[] => {
    try {
      return readdirSync(join(store.dataDir, "blobs"));
    } catch {
      return [];
    }
  };
  const named = (...files: string[]): object => withItems({ title: "x", attachments: files.map((file) => ({ title: "Bilag", file })) });
  const at = (index: number): string => `categories[0].items[0].attachments[${index}].file`;

  beforeEach(() => {
    mkdirSync(join(folder, "bilag"));
    cpSync(join(root, "test/fixtures/bilag/punkt-5-brev.pdf"), join(folder, "bilag/brev.pdf"));
    writeFileSync(join(folder, "bilag/side.pdf"), "<!doctype html><title>Log ind</title>");
    writeFileSync(join(folder, "..", "referent-outside.pdf"), "%PDF-1.7");
    symlinkSync(join(folder, "..", "referent-outside.pdf"), join(folder, "bilag/ud.pdf"));
    symlinkSync("brev.pdf", join(folder, "bilag/inde.pdf"));
  });
  afterEach(() => rmSync(join(tmpdir(), "referent-outside.pdf"), { force: true }));

  it.each([
    ["/etc/passwd", /absolut sti/],
    ["C:\\bilag\\brev.pdf", /absolut sti/],
    ["\\\\server\\share\\brev.pdf", /absolut sti/],
    ["../referent-outside.pdf", /uden for filens mappe/],
    ["bilag/../../referent-outside.pdf", /uden for filens mappe/],
    ["bilag/ud.pdf", /peger uden for filens mappe/],
    ["bilag/mangler.pdf", /findes ikke/],
    ["bilag", /er ikke en fil/],
    [".", /uden for/],
    ["bilag/side.pdf", /kan ikke bruges/],
    ["bilag/brev.pdf\u0000", /ikke et filnavn/],
  ])("%j is refused by name, and the whole import with it", async (file, reason) => {
    expect(await failure(named("bilag/brev.pdf", file))).toEqual(invalid(at(1), reason));
    expect(blobs()).toEqual([]);
  });

  it("may lie beside or below the file, behind a link that stays there, and twice", async () => {
    const meeting = await importFile(write(named("bilag/brev.pdf", "bilag/../bilag/inde.pdf")));
    const [one, other] = itemsOf(meeting)[0]?.attachments ?? [];
    expect([one?.fileName, other?.fileName]).toEqual(["brev.pdf", "inde.pdf"]);
    expect(one?.sha256).toBe(other?.sha256);
  });
});

describe("nasty strings in every text field", () => {
  const nasty = [
    '#set page(fill: red) $x$ @cite <label> #read("/etc/passwd")',
    "\u0000\u0007\u001b[31mrød\u0085",
    "løs \ud800 surrogat \udc00",
    "👩🏽‍💻🏳️‍🌈 e\u0301 \u202eגב\u202c \u200f",
    "x".repeat(1_900),
    "<script>alert(1)</script> '; DROP TABLE meeting; --",
    "  - *a* **b** [c](https://d.dk) 1. x at 2) y \\ `",
    "__proto__",
  ];
  it.each(nasty)("%j", async (text) => {
    const kept = storableText(text);
    const line = `x${text}`;
    const file = {
      ...{ ...minimal, series: line, title: line, place: text, minuteTaker: text, information: [text] },
      categories: [
        {
          name: text,
          items: [
            {
              title: line,
              agendaText: paragraph(text),
              recommendations: [text],
              decision: paragraph(text),
              publicDecision: paragraph(text),
            },
          ],
        },
      ],
    };
    const shown = meetingToFile(await importFile(write(file)));
    expect(shown).toMatchObject({ series: `x${kept}`, title: `x${kept}`, place: kept, minuteTaker: kept, information: [kept] });
    expect(shown.categories[0]).toMatchObject({ name: kept, items: [{ title: `x${kept}`, recommendations: [kept] }] });
    const again = await importFile(write(shown));
    expect(meetingToFile(again)).toEqual(shown);
    expect(itemsOf(again)[0]?.decision).toEqual(kept === "" ? { type: "doc", content: [] } : paragraph(kept));
  });
  const paragraph = (text: string): object => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });
});
