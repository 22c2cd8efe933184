import { PDFArray, type PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString, StandardFonts } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeReferat } from "../../../electron/referat/compose.ts";
import { openEdition } from "../../../electron/referat/open-edition.ts";
import { checkReferat, createReadBack } from "../../../electron/referat/read-back.ts";
import type { TypesetResult } from "../../../electron/referat/typesetter.ts";
import { category, item, meeting, rich } from "./meetings.ts";
import { engineFiles, openTypesetter } from "./typesetter.ts";

const secret = "Kommunen køber grunden på Havnegade";
const whole = meeting({
  categories: [
    category("", item(1, "Dagsorden", { decision: rich("Godkendt.") }), item(4, "Køb", { closed: true, decision: rich(`${secret}.`) })),
  ],
});
const typesetter = openTypesetter();
const readBack = createReadBack(engineFiles);
let clean: TypesetResult;
beforeAll(async () => {
  clean = await typesetter.typeset(composeReferat(openEdition(whole), { organisation: "Aarhus Kommune" }));
}, 60_000);
afterAll(async () => {
  await typesetter.close();
  await readBack.close();
});

async function changed(change: (pdf: PDFDocument) => unknown, save: { useObjectStreams?: boolean } = {}): Promise<TypesetResult> {
  const pdf = await PDFDocument.load(clean.pdf, { updateMetadata: false });
  await change(pdf);
  return { ...clean, pdf: await pdf.save({ useObjectStreams: false, updateFieldAppearances: false, ...save }) };
}

const check = (result: TypesetResult): Promise<void> =>
  checkReferat(readBack, { result, whole, rules: { phrases: [], publicContacts: [] } });

function firstTag(pdf: PDFDocument): PDFDict {
  const root = pdf.catalog.lookup(PDFName.of("StructTreeRoot")) as PDFDict;
  const held = root.lookup(PDFName.of("K"));
  return (held instanceof PDFArray ? held.lookup(0) : held) as PDFDict;
}

function annotate(pdf: PDFDocument, parts: Record<string, string | PDFObject>): void {
  const made = { ...parts, Type: "Annot", Rect: [0, 0, 9, 9] };
  pdf.getPage(0).node.addAnnot(pdf.context.register(pdf.context.obj(made)));
}

function addStream(pdf: PDFDocument, content: string, dict: Record<string, string>, compressed: boolean) {
  return pdf.context.register(compressed ? pdf.context.flateStream(content, dict) : pdf.context.stream(content, dict));
}

const utf8 = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
const hex = (text: string): string => PDFHexString.fromText(text).toString();

const places: [string, (pdf: PDFDocument) => unknown, { useObjectStreams?: boolean }?][] = [
  ["the page", (pdf) => pdf.getPage(0).drawText(secret, { size: 6 })],
  ["the page, where no one sees it", (pdf) => pdf.getPage(1).drawText(secret, { size: 6, opacity: 0 })],
  ["the page, beside what is shown of it", (pdf) => pdf.getPage(1).drawText(secret, { size: 6, x: -900, y: 4_000 })],
  ["a part of the page that was cut away", cutAway],
  ["a bookmark", addBookmark],
  ["the title", (pdf) => pdf.setTitle(secret)],
  ["the subject", (pdf) => pdf.setSubject(secret)],
  ["the keywords", (pdf) => pdf.setKeywords([secret])],
  ["XMP", (pdf) => xmp(pdf, utf8(`<dc:description>${secret}</dc:description>`), false)],
  ["XMP that is compressed", (pdf) => xmp(pdf, utf8(`<dc:description>${secret}</dc:description>`), true)],
  ["XMP with written-out letters", (pdf) => xmp(pdf, secret.replaceAll("ø", "&#xF8;").replaceAll("å", "&#229;"), true)],
  ["an embedded file's name", (pdf) => pdf.attach(new Uint8Array([1]), `${secret}.docx`)],
  ["an embedded file's text", (pdf) => pdf.attach(Buffer.from(`Notat: ${secret}.`), "notat.txt", { mimeType: "text/plain" })],
  ["an embedded PDF", async (pdf) => pdf.attach(await otherPdf(), "notat.pdf")],
  ["an object stream", (pdf) => pdf.setAuthor(secret), { useObjectStreams: true }],
  ["a comment", (pdf) => annotate(pdf, { Subtype: "Text", Contents: PDFHexString.fromText(secret) })],
  ["a link", (pdf) => annotate(pdf, { Subtype: "Link", A: pdf.context.obj({ S: "URI", URI: PDFString.of(`https://a.dk/${secret}`) }) })],
  ["a field", (pdf) => annotate(pdf, { Subtype: "Widget", FT: "Tx", V: PDFHexString.fromText(secret) })],
  ["an alternate text", (pdf) => firstTag(pdf).set(PDFName.of("Alt"), PDFHexString.fromText(secret))],
  ["what a tag says instead", (pdf) => firstTag(pdf).set(PDFName.of("ActualText"), PDFString.of(secret))],
  ["what the page says instead", (pdf) => pageContent(pdf, `/Span <</ActualText ${hex(secret)}>> BDC EMC`)],
  ["a name", (pdf) => pdf.catalog.set(PDFName.of("X"), PDFName.of(secret.replaceAll(" ", "-")))],
  ["a key of the program's own", (pdf) => pdf.catalog.set(PDFName.of("PieceInfo"), pdf.context.obj({ R: PDFHexString.fromText(secret) }))],
];

function cutAway(pdf: PDFDocument): void {
  const page = pdf.getPage(1);
  page.drawText(secret, { size: 6, x: 10, y: 10 });
  page.setCropBox(0, 30, page.getWidth(), page.getHeight() - 30);
}

function addBookmark(pdf: PDFDocument): void {
  const outlines = pdf.catalog.lookup(PDFName.of("Outlines")) as PDFDict;
  (outlines.lookup(PDFName.of("First")) as PDFDict).set(PDFName.of("Title"), PDFHexString.fromText(secret));
}

function xmp(pdf: PDFDocument, content: string, compressed: boolean): void {
  pdf.catalog.set(PDFName.of("Metadata"), addStream(pdf, content, { Type: "Metadata", Subtype: "XML" }, compressed));
}

function pageContent(pdf: PDFDocument, operators: string): void {
  pdf.getPage(0).node.addContentStream(addStream(pdf, operators, {}, true));
}

async function otherPdf(): Promise<Uint8Array> {
  const other = await PDFDocument.create();
  other.addPage();
  other.setSubject(secret);
  return other.save();
}

describe("an open edition with what is closed", () => {
  it("is let through when nothing was planted", async () => {
    await check(clean);
    await check(await changed(() => {}));
    await check(await changed(() => {}, { useObjectStreams: true }));
  });

  it.each(places)("in %s is refused", async (_place, plant, save) => {
    const leaking = await changed(plant, save);
    await expect(check(leaking)).rejects.toMatchObject({ appError: { kind: "referat-leaks", what: "closed" } });
  });
});

describe("a file that is not as it was set", () => {
  const differs = async (change: (pdf: PDFDocument) => unknown) =>
    expect(check(await changed(change))).rejects.toMatchObject({ appError: { kind: "referat-differs", place: expect.any(String) } });

  it("is refused with a face that does not lie in it", async () => {
    const result = await changed(async (pdf) => {
      const font = await pdf.embedFont(StandardFonts.TimesRoman);
      pdf.getPage(1).drawText("Godkendt", { font, size: 8 });
    });
    await expect(check(result)).rejects.toMatchObject({
      appError: { kind: "referat-differs", place: "skriften Times-Roman på side 2 er ikke i filen" },
    });
  });

  it("is refused without tags, without a page, with one more", async () => {
    await differs((pdf) => pdf.catalog.delete(PDFName.of("MarkInfo")));
    await differs((pdf) => pdf.catalog.delete(PDFName.of("StructTreeRoot")));
    await differs((pdf) => pdf.removePage(1));
    await differs((pdf) => pdf.addPage());
  });
});
