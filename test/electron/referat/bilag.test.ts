import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { addChosen } from "../../support/add-chosen.ts";
import { makeDocx, makeZip, paragraph } from "../../support/make-docx.ts";
import { type ReadPdf, readPdf } from "../../support/read-pdf.ts";
import { openSampleApp, type SampleApp } from "../../support/sample-app.ts";
import { contentsRows } from "./printed.ts";

const bilag = fileURLToPath(new URL("../../fixtures/bilag", import.meta.url));
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAIAAADRv8uKAAAAK0lEQVR4nO3NMQ0AAAgDsAlDCZoQjQw4mvRvqudExGKxWCwWi8VisVj8N16NiE+syOYVJwAAAABJRU5ErkJggg==",
  "base64",
);

let folder: string;
let app: SampleApp;
let meeting: MeetingView;
let pdf: ReadPdf;
let sizes: { width: number; height: number }[];
let exported: Awaited<ReturnType<SampleApp["handlers"]["referat:export"]>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bilag-"));
  app = await openSampleApp(join(folder, "data"));
  const { handlers, answer } = app;
  const [dagsorden] = itemsOf(await handlers["meetings:get"]({ meetingId: app.meetingId }));
  const names = readdirSync(bilag).filter((name) => /^(hard|bad)-/.test(name));
  const images = ["billede.png", "ødelagt.png"].map((name) => join(folder, name));
  writeFileSync(images[0] ?? "", png);
  // Its head is whole, so that only the typesetter finds out.
  writeFileSync(images[1] ?? "", png.subarray(0, 45));
  const words = ["notat.docx", "ødelagt.docx", "gammelt.doc"].map((name) => join(folder, name));
  writeFileSync(words[0] ?? "", notat());
  writeFileSync(words[1] ?? "", makeZip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document>" }));
  writeFileSync(words[2] ?? "", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("WordDocument", "utf16le")]));
  const files = names.map((name) => join(bilag, name));
  answer.openFiles = [...files, ...images, ...words];
  await addChosen((channel, input) => handlers[channel](input as never), dagsorden?.id ?? "");
  answer.saveFile = join(folder, "ud.pdf");
  exported = await handlers["referat:export"]({ meetingId: app.meetingId });
  meeting = await handlers["meetings:get"]({ meetingId: app.meetingId });
  pdf = await readPdf(readFileSync(answer.saveFile));
  sizes = (await PDFDocument.load(readFileSync(answer.saveFile))).getPages().map((each) => each.getSize());
}, 90_000);

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A Word file of several pages, with a heading, a list, a table and text that was taken out. */
function notat(): Uint8Array {
  const sentence = "Forvaltningen har gennemgået de sager, som Ankestyrelsen har hjemvist, og foreslår en ny vejledning. ";
  const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
  const point = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const body = [
    paragraph("Notat om hjemvisning", '<w:outlineLvl w:val="0"/>'),
    ...Array.from({ length: 60 }, (_, n) => paragraph(`Afsnit ${n + 1}. ${sentence.repeat(2)}`)),
    paragraph("Vejledningen rettes.", point),
    `<w:tbl><w:tr>${cell("Område")}${cell("Antal")}</w:tr><w:tr>${cell("Voksne")}${cell("42 sager")}</w:tr></w:tbl>`,
    "<w:p><w:del><w:r><w:delText>Udgået sætning.</w:delText></w:r></w:del></w:p>",
    paragraph("Sidste ord i notatet."),
  ].join("");
  const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl>';
  const numbering = `<w:abstractNum w:abstractNumId="1">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
  return makeDocx(body, { numbering });
}

/** The stamp of each page of bilag, by page number. */
function stamps(): { stamp: string; page: number }[] {
  return pdf.pages.flatMap((lines, index) => {
    const foot = /^(Punkt \d+, Bilag \d+): .* – side \d+ af \d+/.exec(lines.at(-1) ?? "") ?? [];
    return foot[1] === undefined ? [] : [{ stamp: foot[1], page: index + 1 }];
  });
}

describe("bilag in the referat", () => {
  it("follow their punkt, each page stamped, in order", () => {
    const pagesOf = new Map<string, number>();
    for (const { stamp } of stamps()) pagesOf.set(stamp, (pagesOf.get(stamp) ?? 0) + 1);
    const dagsorden = Array.from({ length: 15 }, (_, at) => `Punkt 1, Bilag ${at + 1}`);
    // empty, html, truncated, user password: one page each; bad xref 4, form 1, landscape 1, owner password 2, rotated 1, scanned 3; images 1;
    // a Word file as many as its text takes, and one for the broken one and for that of the old kind.
    expect(dagsorden.map((stamp) => pagesOf.get(stamp))).toEqual([1, 1, 1, 1, 4, 1, 1, 2, 1, 3, 1, 1, 4, 1, 1]);
    expect(pagesOf.get("Punkt 5, Bilag 4")).toBe(4);
    for (const { stamp, page } of stamps()) expect(pdf.pages[page - 1]?.join("\n")).toContain(`${stamp}: `);
    expect(pdf.pages[stamps()[0]?.page ?? 0]?.[0]).toMatch(/^Punkt 1, Bilag 2: /);
  });

  it("are listed in Indhold with the page their first stamp stands on, and as bookmarks", () => {
    const first = new Map<string, number>();
    for (const { stamp, page } of stamps()) if (!first.has(stamp)) first.set(stamp, page);
    const rows = contentsRows(pdf).flatMap(({ title, page }) => {
      const stamp = /^Punkt \d+, Bilag \d+/.exec(title)?.[0];
      return stamp === undefined ? [] : [[stamp, page] as const];
    });
    expect(rows).toEqual([...first]);
    const marks = pdf.bookmarks.filter(({ title }) => /, Bilag /.test(title)).map(({ page }) => page);
    expect(marks).toEqual([...first.values()]);
    expect(rows).toHaveLength(itemsOf(meeting).flatMap(({ attachments }) => attachments).length);
  });

  it("keep their words as words", async () => {
    const text = pdf.pages.flat().join(" ");
    const source = await readPdf(readFileSync(join(bilag, "punkt-5-notat.pdf")));
    const lines = source.pages.flat().filter((line) => line.length > 40);
    expect(lines.length).toBeGreaterThan(30);
    for (const line of lines) expect(text).toContain(line);
  });

  it("lie and stand as a reader sees them", () => {
    const page = (stamp: string) => pdf.pages[(stamps().find((each) => each.stamp === stamp)?.page ?? 0) - 1]?.join(" ") ?? "";
    expect(page("Punkt 1, Bilag 6")).toContain("Udfyldt formularfelt");
    expect(page("Punkt 1, Bilag 8").length).toBeGreaterThan(500);
    const shape = (stamp: string) => {
      const { width = 0, height = 0 } = sizes[(stamps().find((each) => each.stamp === stamp)?.page ?? 0) - 1] ?? {};
      return width > height ? "lying" : "upright";
    };
    const names = itemsOf(meeting)[0]?.attachments.map(({ fileName }) => fileName) ?? [];
    const shapes = names.map((name, at) => [name, shape(`Punkt 1, Bilag ${at + 1}`)]);
    expect(shapes.filter(([, found]) => found === "lying").map(([name]) => name)).toEqual(["hard-landscape.pdf", "billede.png"]);
  });

  it("that cannot be shown say so on a page of their own, by name, and in a warning", () => {
    const words = pdf.pages.flat().join(" ");
    for (const sentence of [
      'Filen "bad-empty.pdf" er tom.',
      'Filen "bad-html.pdf" er ikke en PDF indeni.',
      'Filen "bad-truncated.pdf" er beskadiget eller ikke hel.',
      'Filen "bad-user-password.pdf" er låst med en adgangskode.',
      'Filen "ødelagt.png" er beskadiget eller ikke hel.',
      'Filen "ødelagt.docx" er beskadiget eller ikke hel.',
      'Filen "gammelt.doc" er et Word-dokument af den gamle slags (.doc), og kun .docx og PDF kan vises.',
    ])
      expect(words).toContain(sentence);
    expect(exported?.warnings.filter((warning) => warning.startsWith("Punkt 1, Bilag"))).toHaveLength(8);
    expect(itemsOf(meeting)[0]?.attachments.find(({ fileName }) => fileName === "ødelagt.png")?.trouble).toBe(
      "er beskadiget eller ikke hel",
    );
  });

  it("of Word are their text under a mark that says so, stamped on each page, with no bookmark of its own headings", () => {
    const own = stamps().filter(({ stamp }) => stamp === "Punkt 1, Bilag 13");
    const pages = own.map(({ page }) => pdf.pages[page - 1] ?? []);
    for (const lines of pages) {
      expect(lines.join(" ")).toContain("Gengivet som tekst");
      expect(lines.filter((line) => line.startsWith("Punkt 1, Bilag 13: notat"))).toHaveLength(2);
    }
    const text = pages.flat().join(" ");
    for (const words of ["Notat om hjemvisning", "Afsnit 60.", "1)", "42 sager", "Sidste ord i notatet."]) expect(text).toContain(words);
    expect(text).not.toContain("Udgået");
    expect(pdf.bookmarks.filter(({ title }) => title.includes("hjemvisning"))).toEqual([]);
    expect(pages.map((lines) => lines.at(-1))).toEqual(
      own.map((_, n) => expect.stringContaining(`Punkt 1, Bilag 13: notat – side ${n + 1} af ${own.length}`)),
    );
    const roles = own.flatMap(({ page }) => pdf.roles[page - 1] ?? []);
    expect(roles).toEqual(expect.arrayContaining(["Table", "TD", "L", "LI"]));
    expect(exported?.warnings).toContainEqual(expect.stringContaining('Word-dokumentet "notat.docx" er gengivet ved sin tekst'));
  });

  it("are pictures with words for those who cannot see them, and a file that holds them claims no standard", () => {
    const shown = stamps().filter(
      ({ page }) => !/^(Bilaget (kan ikke vises|er et Word)|.*Gengivet som tekst)/m.test(pdf.pages[page - 1]?.join("\n") ?? ""),
    );
    expect(pdf.alts.map((alt) => /^Punkt \d+, Bilag \d+/.exec(alt)?.[0])).toEqual(shown.map(({ stamp }) => stamp));
    const title = "Punkt 5, Bilag 4: Notat vedrørende kvalitet i sagsbehandlingen";
    expect(pdf.alts.filter((alt) => alt.startsWith(title))).toEqual([1, 2, 3, 4].map((page) => `${title} – side ${page} af 4`));
    expect(readFileSync(app.answer.saveFile ?? "", "latin1")).not.toContain("pdfuaid");
    expect(pdf.showsTitle).toBe(true);
  });

  it("come out the same each time", async () => {
    const first = readFileSync(app.answer.saveFile ?? "");
    await app.handlers["referat:export"]({ meetingId: app.meetingId });
    expect(Buffer.compare(readFileSync(app.answer.saveFile ?? ""), first)).toBe(0);
    if (process.env["KEEP"] !== undefined) writeFileSync(process.env["KEEP"], first);
  });
});
