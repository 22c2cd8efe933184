import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { cleanReferat } from "../../../electron/referat/clean.ts";
import { composeReferat } from "../../../electron/referat/compose.ts";
import type { ReferatDocument } from "../../../electron/referat/document.ts";
import { type Coverage, readCoverage } from "../../../electron/referat/font-coverage.ts";
import { attachment, category, item, meeting, paragraph, recommendations, rich, text } from "./meetings.ts";

const fonts = new URL("../../../resources/fonts/", import.meta.url);
let faces: Map<string, Coverage>;

beforeAll(() => {
  const names = readdirSync(fonts).filter((name) => name.endsWith(".ttf"));
  faces = new Map(names.map((name) => [name, readCoverage(readFileSync(new URL(name, fonts)))]));
});

const covers = (point: number): boolean => [...faces.values()].some((face) => face.has(point));

function compose(words: string): ReferatDocument {
  const parts = {
    decision: rich(words),
    agendaText: rich(words),
    recommendations: recommendations(words),
    attachments: [attachment(words)],
  };
  return composeReferat(meeting({ categories: [category("Til godkendelse", item(3, "Sagen", parts))] }), { organisation: "Aarhus" });
}

function cleanWords(words: string): string {
  const { document } = cleanReferat(compose(words), covers);
  const block = document.categories[0]?.items[0]?.agendaText[0];
  const run = block?.kind === "paragraph" ? block.runs[0] : undefined;
  return run?.kind === "text" ? run.text : "";
}

describe("text safe for print", () => {
  it.each([
    ["NFC", "e\u0301 A\u030a", "é Å"],
    ["control characters go", "a\u0000\u0007\u001bb\u0085c", "abc"],
    ["tabs and line separators are spaces", "a\tb\u2028c", "a b c"],
    ["byte-order mark, bidi controls, soft hyphen and zero-width space go", "\ufeffa\u202eb\u2066c\u00ad\u200bd\u200f", "abcd"],
    ["a lone surrogate is a replacement character", "a\ud800b", "a\ufffdb"],
    ["Word's private bullets are bullets, other private use goes", "\uf0b7 a\ue000b", "• ab"],
    ["joined pictures stay joined, a joiner between letters goes", "👨\u200d👩\u200d👧 a\u200db", "👨\u200d👩\u200d👧 ab"],
    ["what no face has is replaced", "中\u{10ffff}", "\ufffd\ufffd"],
    ["a space no face has is a space", "a\u3000b", "a b"],
    [
      "Typst's own signs are untouched",
      '#panic("x") $x$ *a* _b_ @ref <l> \\u{41} // "--" ~',
      '#panic("x") $x$ *a* _b_ @ref <l> \\u{41} // "--" ~',
    ],
  ])("%s", (_, before, after) => {
    expect(cleanWords(before)).toBe(after);
  });

  it("names every place where a character was replaced, once", () => {
    const { warnings } = cleanReferat(compose("中文 中"), covers);
    expect(warnings).toEqual(
      ["dagsordentekst", "indstilling", "beslutning", "bilag"].map(
        (place) => `Punkt 3, ${place}: tegnene "中" (U+4E2D), "文" (U+6587) kan ikke trykkes og er erstattet af \ufffd.`,
      ),
    );
  });

  it("names the head and the headings too, and not what only repeats them", () => {
    const strange = meeting({ title: "中", place: "中", categories: [category("中", item(4, "中", { decision: rich("Godkendt.") }))] });
    const { warnings } = cleanReferat(composeReferat(strange, { organisation: "中" }), covers);
    expect(warnings.map((warning) => warning.split(":")[0])).toEqual([
      "Organisation",
      "Titel",
      "Mødets oplysninger",
      "Kategori",
      "Punkt 4, overskrift",
    ]);
  });

  it("bounds the warnings", () => {
    const many = meeting({ categories: [category("", ...Array.from({ length: 60 }, (_, i) => item(i + 1, "中文字典語言國")))] });
    const { warnings } = cleanReferat(composeReferat(many, { organisation: "" }), covers);
    expect(warnings).toHaveLength(41);
    expect(warnings[0]).toContain("og 2 andre");
    expect(warnings.at(-1)).toBe("Der er tegn, som ikke kan trykkes, 20 andre steder.");
  });

  it("says nothing of ordinary Danish", () => {
    expect(cleanReferat(compose("Æblegrød på Ærø – “10 %” … ½ § 79 a, 6,5 mio. kr. → ✓ ☐ € ≥ 👍"), covers).warnings).toEqual([]);
  });

  it("makes a link's target well-formed", () => {
    const link = paragraph(text("her", { type: "link", attrs: { href: "https://x.dk/\ud800\u202e#panic()" } }));
    const view = meeting({ categories: [category("", item(1, "A", { decision: rich(link) }))] });
    const { document } = cleanReferat(composeReferat(view, { organisation: "" }), covers);
    expect(JSON.stringify(document)).toContain("https://x.dk/\ufffd#panic()");
  });
});

describe("places to break", () => {
  it("leaves every word of at most 35 characters whole", () => {
    const words = `${"ø".repeat(35)} handicapsagsbarometret Social- og Beskæftigelsesudvalgsmøde`;
    expect(cleanWords(words)).toBe(words);
  });

  it("adds nothing but break opportunities, at least one in every 35 characters", () => {
    const word = "é👨‍👩‍👧x".repeat(3_000);
    const broken = cleanWords(word);
    expect(broken.replaceAll("\u200b", "")).toBe(word);
    const lengths = broken.split("\u200b").map((piece) => [...new Intl.Segmenter("da").segment(piece)].length);
    expect(Math.max(...lengths)).toBe(35);
  });

  it("breaks an address after its punctuation", () => {
    expect(cleanWords("https://aarhuskommune.example.dk/sites/raadmandsmoeder/bilag.pdf").split("\u200b")).toEqual([
      "https://aarhuskommune.example.dk/",
      "sites/raadmandsmoeder/bilag.pdf",
    ]);
  });

  it("counts no-break spaces as part of the word, and runs without a space between them", () => {
    expect(cleanWords("otte\u00a0ord\u00a0".repeat(20))).toContain("\u200b");
    const runs = Array.from({ length: 40 }, (_, i) => text("langtord", ...(i % 2 ? [{ type: "bold" as const }] : [])));
    const view = meeting({ categories: [category("", item(1, "A", { decision: rich(paragraph(...runs)) }))] });
    const block = cleanReferat(composeReferat(view, { organisation: "" }), covers).document.categories[0]?.items[0]?.decision?.blocks[0];
    const all = block?.kind === "paragraph" ? block.runs.map((run) => (run.kind === "text" ? run.text : "")).join("") : "";
    expect(Math.max(...all.split("\u200b").map((piece) => piece.length))).toBeLessThanOrEqual(35);
  });
});

describe("the bundled faces", () => {
  it("are all named by the template, each with its licence, and small enough to ship", () => {
    const template = readFileSync(new URL("../referat.typ", fonts), "utf8");
    const families = ["Source Sans 3", "Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Emoji"];
    expect(template).toContain(`#let faces = (${families.map((family) => `"${family}"`).join(", ")})`);
    const bundled = new Set([...faces.keys()].map((name) => name.split("-")[0]));
    expect([...bundled].sort()).toEqual(families.map((family) => family.replaceAll(" ", "")).sort());
    for (const family of bundled) expect(readFileSync(new URL(`OFL-${family}.txt`, fonts), "utf8")).toContain("SIL Open Font License");
    const bytes = [...faces.keys()].reduce((sum, name) => sum + readFileSync(new URL(name, fonts)).byteLength, 0);
    expect(bytes).toBeLessThan(6_000_000);
  });

  it("have the same characters in every cut of the text face, so that bold and italic lose none", () => {
    const cuts = [...faces].filter(([name]) => name.startsWith("SourceSans3"));
    const points = Array.from({ length: 0x20000 }, (_, point) => point);
    const inAll = points.filter((point) => cuts.every(([, face]) => face.has(point))).length;
    const inAny = points.filter((point) => cuts.some(([, face]) => face.has(point))).length;
    expect(cuts).toHaveLength(5);
    expect(inAll).toBe(inAny);
    expect(inAll).toBeGreaterThan(1_500);
  });

  it("are refused when they are no fonts", () => {
    expect(() => readCoverage(new Uint8Array(64))).toThrow("cmap");
  });
});
