import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../../electron/attachments/docx/read-docx.ts";
import { probeContent } from "../../../electron/attachments/probe.ts";
import { sniffAttachment } from "../../../electron/attachments/sniff.ts";
import type { FileBlock, PrintRun } from "../../../electron/referat/document.ts";
import { wordType } from "../../../shared/domain/meeting.ts";
import { makeDocx, makeZip, paragraph, wordDocument } from "../../support/make-docx.ts";

const wordsOf = (runs: readonly PrintRun[]): string =>
  runs.map((run) => (run.kind === "break" ? "|" : run.bold ? `*${run.text}*` : run.italic ? `_${run.text}_` : run.text)).join("");

/** A block in a line or a few, so that a whole document can be read in a test. */
function shown(block: FileBlock): string[] {
  if (block.kind === "paragraph") return [wordsOf(block.runs)];
  if (block.kind === "heading") return [`${"#".repeat(block.level)} ${wordsOf(block.runs)}`];
  if (block.kind === "points")
    return block.items.flatMap(({ label, blocks }) =>
      blocks.flatMap(shown).map((line, at) => (at === 0 ? `${label} ${line}` : `  ${line}`)),
    );
  return block.rows.map((row) => row.map(({ span, blocks }) => `${span}:${blocks.flatMap(shown).join("/")}`).join(" | "));
}

async function linesOf(body: string, parts?: Parameters<typeof makeDocx>[1]): Promise<string[]> {
  return (await readDocx(makeDocx(body, parts))).blocks.flatMap(shown);
}

const run = (text: string, properties = ""): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const level = (at: number, format: string, text: string, start = 1): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const points = (numId: number, at: number): string => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`;
const numbering = [
  `<w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1.")}${level(1, "decimal", "%1.%2")}${level(2, "upperRoman", "(%3)")}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="8">${level(0, "bullet", "\uf0b7")}${level(1, "bullet", "-")}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="9">${level(0, "lowerLetter", "%1)", 3)}</w:abstractNum>`,
  '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>',
  '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>',
  '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
].join("");

describe("a Word file's text", () => {
  it("has paragraphs with their looks, breaks and fields, without what was taken out, hidden, or is there twice", async () => {
    const lines = await linesOf(
      [
        `<w:p>${run("Almindelig, ")}${run("fed", "<w:b/>")}${run(" og ")}${run("skrå", "<w:i/>")}${run("ikke fed", '<w:b w:val="0"/>')}</w:p>`,
        `<w:p>${run("Før")}<w:r><w:br/></w:r>${run("efter")}<w:r><w:tab/><w:t>tab</w:t></w:r></w:p>`,
        `<w:p><w:ins>${run("Indsat")}</w:ins><w:del><w:r><w:delText>slettet</w:delText></w:r></w:del><w:moveFrom>${run("flyttet")}</w:moveFrom><w:moveTo>${run(" hertil")}</w:moveTo></w:p>`,
        `<w:p>${run("Side ")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("3")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
        `<w:p>${run("skjult", "<w:vanish/>")}${run("skjult af typografi", '<w:rStyle w:val="Skjult"/>')}${run("Synlig")}</w:p>`,
        `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph("I en boks")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${paragraph("I en boks")}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run("Uden om boksen")}</w:p>`,
        `<w:p><w:r><w:drawing><wp:docPr w:id="1" descr="Kort over Aarhus"/><a:blip/></w:drawing></w:r></w:p>`,
        `<w:sdt><w:sdtPr><w:placeholder/></w:sdtPr><w:sdtContent>${paragraph("I et felt")}</w:sdtContent></w:sdt>`,
        `<w:p><w:hyperlink>${run("www.aarhus.dk")}</w:hyperlink>${run(" 1 &lt; 2 &amp; 3")}</w:p>`,
        "<w:p/>",
        paragraph("   "),
      ].join(""),
      { styles: '<w:style w:styleId="Skjult"><w:name w:val="Skjult"/><w:rPr><w:vanish/></w:rPr></w:style>' },
    );
    expect(lines).toEqual([
      "Almindelig, *fed* og _skrå_ikke fed",
      "Før|efter\ttab",
      "Indsat hertil",
      "Side 3",
      "Synlig",
      "I en boks",
      "Uden om boksen",
      "[Billede: Kort over Aarhus]",
      "I et felt",
      "www.aarhus.dk 1 < 2 & 3",
    ]);
  });

  it("has its lists with the labels Word would write, and its headings by style, none skipped", async () => {
    const styles = [
      '<w:style w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>',
      '<w:style w:styleId="Overskrift3"><w:name w:val="heading 3"/></w:style>',
      '<w:style w:styleId="Egen"><w:name w:val="Egen"/><w:basedOn w:val="Overskrift1"/></w:style>',
    ].join("");
    const lines = await linesOf(
      [
        paragraph("Notat", '<w:pStyle w:val="Egen"/>'),
        paragraph("Baggrund", '<w:pStyle w:val="Overskrift3"/>'),
        paragraph("Niveau", '<w:outlineLvl w:val="1"/>'),
        ...[paragraph("et", points(1, 0)), paragraph("under et", points(1, 1)), paragraph("under et igen", points(1, 1))],
        ...[paragraph("to", points(1, 0)), paragraph("under to", points(1, 1)), paragraph("dybt", points(1, 2))],
        paragraph("Mellem"),
        ...[paragraph("tre", points(1, 0)), paragraph("kugle", points(2, 0)), paragraph("streg", points(2, 1))],
        ...[paragraph("fra c", points(3, 0)), paragraph("d", points(3, 0)), paragraph("fra fem", points(4, 0))],
        paragraph("uden nummer", points(0, 0)),
      ].join(""),
      { styles, numbering },
    );
    expect(lines).toEqual([
      ...["# Notat", "## Baggrund", "## Niveau"],
      ...["1. et", "  1.1 under et", "  1.2 under et igen", "2. to", "  2.1 under to", "    (I) dybt"],
      ...["Mellem", "3. tre", "• kugle", "  – streg", "c) fra c", "d) d", "5. fra fem", "uden nummer"],
    ]);
  });

  it("has its tables cell by cell, merged ones once, and struck rows not at all", async () => {
    const cell = (text: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const table = [
      "<w:tbl><w:tblGrid><w:gridCol w:w='3000'/><w:gridCol w:w='1000'/></w:tblGrid>",
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("Område")}${cell("Tal")}</w:tr>`,
      `<w:tr>${cell("Voksne", '<w:vMerge w:val="restart"/>')}${cell("1")}</w:tr><w:tr>${cell("Voksne", "<w:vMerge/>")}${cell("2")}</w:tr>`,
      `<w:tr><w:trPr><w:del/></w:trPr>${cell("Slettet")}${cell("3")}</w:tr>`,
      `<w:tr>${cell("I alt", '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell("Kort række")}</w:tr></w:tbl>`,
    ].join("");
    const { blocks } = await readDocx(makeDocx(table));
    expect(blocks[0]).toMatchObject({ kind: "table", columns: [3000, 1000], headerRows: 1 });
    expect(blocks.flatMap(shown)).toEqual(["1:Område | 1:Tal", "1:Voksne | 1:1", "1: | 1:2", "2:I alt", "1:Kort række | 1:"]);
  });

  it("has its notes at the end, in the order they are pointed to", async () => {
    const body = `<w:p>${run("Først")}<w:r><w:footnoteReference w:id="3"/></w:r>${run(" og så")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const note = (id: number, text: string): string => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`;
    const footnotes = note(2, "Se bilag 2.") + note(3, "Lov om social service.");
    expect(await linesOf(body, { footnotes })).toEqual(["Først[1] og så[2]", "*Noter*", "[1] Lov om social service.", "[2] Se bilag 2."]);
  });

  it("is taken of one with macros too, which is told, and nothing else of it", async () => {
    const bytes = makeZip({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": wordDocument(paragraph("Brev fra skabelonen")),
      "word/vbaProject.bin": "Sub AutoOpen()",
    });
    expect(sniffAttachment("brev.docm", bytes)).toBe(wordType);
    const found = await probeContent(bytes, wordType);
    expect(JSON.parse(new TextDecoder().decode(found.print ?? undefined))).toEqual({
      blocks: [{ kind: "paragraph", runs: [expect.objectContaining({ text: "Brev fra skabelonen" })] }],
      cut: false,
      macros: true,
    });
    expect(await readDocx(makeDocx(paragraph("Uden")))).not.toHaveProperty("macros");
  });

  it("is cut where it is longer than a hundred pages, also in the middle of a table, and says so", async () => {
    const words = "Forvaltningen foreslår. ".repeat(40);
    const long = await readDocx(makeDocx(Array.from({ length: 2_000 }, () => paragraph(words)).join("")));
    expect(long.cut).toBe(true);
    expect(JSON.stringify(long).length).toBeLessThan(400_000);
    const rows = Array.from({ length: 40_000 }, () => "<w:tr><w:tc><w:p/></w:tc></w:tr>").join("");
    const table = await readDocx(makeDocx(`<w:tbl>${rows}</w:tbl>`));
    expect(table).toMatchObject({ cut: true, blocks: [{ kind: "table" }] });
  });
});

describe("a hostile Word file", () => {
  const probe = (bytes: Uint8Array) => probeContent(bytes, wordType);
  const withDocument = (xml: string | Uint8Array): Uint8Array => makeZip({ "[Content_Types].xml": "<Types/>", "word/document.xml": xml });
  const entity = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

  it.each<[string, Uint8Array]>([
    ["asks for a file by an entity", withDocument(wordDocument(paragraph("&x;")).replace("?>\n", `?>\n${entity}`))],
    ["swells by its entities", withDocument(wordDocument("").replace("?>\n", '?>\n<!DOCTYPE l [<!ENTITY l "lol">]>'))],
    ["is nested past all reason", withDocument(wordDocument(`${"<w:sdt>".repeat(100_000)}${"</w:sdt>".repeat(100_000)}`))],
    ["ends in the middle", withDocument(wordDocument(paragraph("Hej")).slice(0, -20))],
    ["has an element that never ends", withDocument(`<w:document xmlns:w="${"a".repeat(9_000_000)}`)],
    ["is no text", withDocument(new Uint8Array([0x3c, 0xff, 0xfe, 0x80, 0x00]))],
    ["uses a name it never says", withDocument("<w:document><w:body/></w:document>")],
    ["is packed in a way of its own", Buffer.from(withDocument(wordDocument(""))).fill(99, 8, 9)],
  ])("that %s is damaged, and nothing of it is shown", async (_, bytes) => {
    const found = await probe(bytes);
    expect(found.print).toBeNull();
    expect(found.trouble).toMatch(/^(damaged|no-text)$/);
  });

  it("of 50 MB and more is read as far as a hundred pages, or told to have no text, in little memory", { timeout: 60_000 }, async () => {
    const spread = `${"<!-- x -->".repeat(5_300_000)}${paragraph("Sidst")}`;
    const nothing = await readDocx(withDocument(wordDocument(spread)));
    expect(nothing).toEqual({ blocks: [expect.objectContaining({ kind: "paragraph" })], cut: false });
    const vast = await readDocx(withDocument(wordDocument(paragraph("Forvaltningen foreslår. ".repeat(30)).repeat(70_000))));
    expect(vast.cut).toBe(true);
    expect(JSON.stringify(vast).length).toBeLessThan(400_000);
  });

  it("that is a bomb by what its directory tells is refused, and one that lies is stopped", { timeout: 60_000 }, async () => {
    const bomb = withDocument(Buffer.alloc(80 * 1024 * 1024, " "));
    expect(() => sniffAttachment("bombe.docx", bomb)).toThrow("attachment-refused");
    const lying = Buffer.from(bomb);
    const directory = lying.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    lying.writeUInt32LE(1_000, directory + 24);
    expect(sniffAttachment("bombe.docx", lying)).toBe(wordType);
    expect((await probe(lying)).trouble).toMatch(/^(damaged|no-text)$/);
  });

  it("never throws, whatever its bytes and its text are", { timeout: 60_000 }, async () => {
    const good = makeDocx(`${paragraph("Hej")}<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`, { numbering });
    const bent = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }).map((changes) => {
      const bytes = Buffer.from(good);
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
    await fc.assert(
      fc.asyncProperty(bent, async (bytes) => (await probe(bytes)) !== null),
      { numRuns: 300 },
    );
    const names = ["w:p", "w:tbl", "w:tr", "w:tc", "w:r", "w:t", "w:del", "w:pPr", "w:footnote", "mc:Fallback", "w:tab"];
    const element = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: "medium" },
        fc.constant("tekst"),
        fc
          .tuple(fc.constantFrom(...names), fc.array(tie("node"), { maxLength: 4 }))
          .map(([name, inner]) => `<${name}>${inner.join("")}</${name}>`),
      ),
    })).node;
    await fc.assert(
      fc.asyncProperty(element, async (body) => (await readDocx(makeDocx(body))).cut === false),
      { numRuns: 500 },
    );
  });

  it("of the old kind, with macros or without, or under a password, is taken and told", async () => {
    const older = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
    const holding = (name: string): Buffer => Buffer.concat([older, Buffer.from(name, "utf16le")]);
    const found = async (bytes: Uint8Array) => (await probeContent(bytes, sniffAttachment("brev.doc", bytes))).trouble;
    const reason = (bytes: Uint8Array): unknown => {
      try {
        return sniffAttachment("brev.doc", bytes);
      } catch (error) {
        return (error as { appError: { reason: string } }).appError.reason;
      }
    };
    expect(await found(holding("WordDocument"))).toBe("old-word");
    expect(await found(holding("EncryptedPackage"))).toBe("password");
    expect(await found(Buffer.concat([holding("WordDocument"), Buffer.from("_VBA_PROJECT", "utf16le")]))).toBe("old-word");
    expect(reason(holding("Workbook"))).toBe("kun PDF, PNG, JPEG og Word-dokumenter kan lægges ved");
  });
});
