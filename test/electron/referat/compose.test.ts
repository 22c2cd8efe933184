import { describe, expect, it } from "vitest";
import type { PrintContent } from "../../../electron/attachments/examine.ts";
import { composeReferat } from "../../../electron/referat/compose.ts";
import type { PrintItem } from "../../../electron/referat/document.ts";
import type { AttachmentView, ItemView, MeetingView } from "../../../shared/domain/meeting.ts";
import { attachment, bullets, category, item, meeting, numbers, paragraph, recommendations, rich, text } from "./meetings.ts";

const plain = { bold: false, italic: false, link: null };

function compose(parts: Partial<MeetingView> = {}) {
  return composeReferat(meeting(parts), { organisation: "Aarhus Kommune" });
}

function composeItem(parts: Partial<ItemView>): PrintItem {
  const [printed] = compose({ categories: [category("", item(3, "Sagen", parts))] }).categories[0]?.items ?? [];
  if (printed === undefined) throw new Error("nothing was composed");
  return printed;
}

describe("the head of the referat", () => {
  it("has the series and the meeting as its title", () => {
    expect(compose().title).toBe("Rådmandsmøder 2026-2029 (Rådmandsmøde d. 10. marts)");
    expect(compose().titleParts.join(" ")).toBe(compose().title);
  });

  it.each([
    [{ seriesTitle: "" }, "Rådmandsmøde d. 10. marts"],
    [{ title: " " }, "Rådmandsmøder 2026-2029"],
    [{ title: "", seriesTitle: "" }, "Referat"],
  ])("is never without a title: %o", (parts, title) => {
    expect(compose(parts).title).toBe(title);
  });

  it("has date and time, place and information", () => {
    expect(compose({ information: ["Bine Jenshøj deltager under punkt 3."] }).facts).toEqual([
      { label: "Dato og tid", lines: ["10-03-2026 11:00 - 13:00"] },
      { label: "Sted", lines: ["Rådmandens kontor, vær. 436"] },
      { label: "Information", lines: ["Martin er referent.", "Bine Jenshøj deltager under punkt 3."] },
    ]);
  });

  it.each(["Martin er referent.", "martin  er referent"])("names the referent once, also when %j is a line of its own", (line) => {
    expect(compose({ information: [line, "Mødet er forkortet."] }).facts[2]?.lines).toEqual(["Martin er referent.", "Mødet er forkortet."]);
  });

  it("leaves out rows that have nothing to say", () => {
    expect(compose({ place: " ", minuteTaker: "", information: [""] }).facts.map((fact) => fact.label)).toEqual(["Dato og tid"]);
  });

  it("keeps header and footer to one line", () => {
    const { runningTitle, footer } = compose({ title: "x".repeat(2_000), seriesTitle: "y".repeat(2_000) });
    expect([runningTitle.length, footer.length, runningTitle.at(-1)]).toEqual([60, 60, "…"]);
  });

  it("carries the meeting's own date into the file", () => {
    expect(compose().date).toEqual({ year: 2026, month: 3, day: 10, hour: 11, minute: 0 });
  });
});

describe("categories and punkter", () => {
  it("prints a category's heading, and none for a meeting without categories", () => {
    const { categories } = compose({ categories: [category("Til godkendelse", item(1, "A")), category("", item(2, "B"))] });
    expect(categories.map((each) => each.heading)).toEqual(["Kategori – Til godkendelse", ""]);
  });

  it("leaves out a category without punkter", () => {
    expect(compose({ categories: [category("Tom")] }).categories).toEqual([]);
  });

  it("keeps the numbers given, with their gaps", () => {
    const { categories } = compose({ categories: [category("", item(2, "A"), item(5, "B", { minutes: 10 }))] });
    expect(categories[0]?.items.map((each) => each.heading)).toEqual(["Punkt 2: A", "Punkt 5: B (10 min)"]);
  });

  it.each([
    ["withdrawn", "Punktet udgik."],
    ["postponed", "Punktet blev skubbet."],
  ] as const)("says of a punkt without a decision that it is %s, and leaves a written decision alone", (outcome, sentence) => {
    const printed = (decision: ItemView["decision"]) => JSON.stringify(composeItem({ outcome, decision }).decision);
    expect(printed(rich("."))).toContain(sentence);
    expect(printed(rich("Punktet udgik, da sagen er løst."))).not.toContain(sentence);
    expect(printed(rich("Punktet udgik, da sagen er løst."))).toContain("da sagen er løst");
  });

  it("prints a decision block only when something was decided", () => {
    expect(composeItem({ decision: rich(".") }).decision).toBeNull();
    expect(composeItem({ decision: rich(" ", paragraph()) }).decision).toBeNull();
    expect(composeItem({ decision: rich("Godkendt."), minutes: 10 }).decision).toEqual({
      heading: "Beslutning for Punkt 3: Sagen (10 min)",
      blocks: [{ kind: "paragraph", runs: [{ kind: "text", text: "Godkendt.", ...plain }] }],
    });
  });

  it("prints nothing for the old system's lone full stop", () => {
    expect(composeItem({ agendaText: rich(".") }).agendaText).toEqual([]);
  });

  it("says at once and everywhere that an edition holds closed punkter", () => {
    const open = compose({ categories: [category("", item(1, "A"))] });
    const full = compose({ categories: [category("", item(1, "A"), item(2, "B", { closed: true }))] });
    expect(open.notice).toBe("");
    expect(full.notice).toBe("Fuld udgave – indeholder lukkede punkter");
    expect(full.categories[0]?.items.map((each) => each.mark)).toEqual(["", "Lukket punkt"]);
  });

  it("lists the bilag by punkt and number", () => {
    expect(
      composeItem({ attachments: [attachment("Indstilling: Status"), attachment("Notat")] }).attachments.map(({ stamp }) => stamp),
    ).toEqual(["Punkt 3, Bilag 1: Indstilling: Status", "Punkt 3, Bilag 2: Notat"]);
  });
});

describe("a bilag whose content is known", () => {
  const sha256 = "a".repeat(64);
  const known = { sha256, trouble: null, pages: [{ width: 400, height: 300 }], printSha256: null };
  const print = (parts: Partial<AttachmentView>, content: PrintContent) => {
    const bilag = { ...attachment("Kort\nover\tveje"), sha256, fileName: "vej.docx", ...parts };
    const contents = new Map([[sha256, content]]);
    const made = composeReferat(meeting({ categories: [category("", item(3, "Veje", { attachments: [bilag] }))] }), {
      organisation: "",
      contents,
    });
    return made.categories[0]?.items[0]?.attachments[0];
  };

  it("is printed from its bytes, or from those that were made right, an image at 96 pixels an inch", () => {
    expect(print({}, known)).toEqual({
      stamp: "Punkt 3, Bilag 1: Kort over veje",
      runningStamp: "Punkt 3, Bilag 1: Kort over veje",
      file: `/bilag/${sha256}.pdf`,
      pages: known.pages,
      note: null,
      text: null,
    });
    expect(print({}, { ...known, printSha256: "b".repeat(64) })?.file).toBe(`/bilag/${"b".repeat(64)}.pdf`);
    expect(print({ mediaType: "image/jpeg" }, known)).toMatchObject({ file: `/bilag/${sha256}.jpg`, pages: [{ width: 300, height: 225 }] });
  });

  it("gets a page that says why when it cannot be shown, and a Word document one that says what it is", () => {
    expect(print({}, { ...known, trouble: "password" })).toMatchObject({
      file: "",
      pages: [],
      note: { text: 'Filen "vej.docx" er låst med en adgangskode. Den ligger ved mødet, som den blev lagt ved.' },
    });
    const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    expect(print({ mediaType: word }, { ...known, pages: [] })).toMatchObject({
      file: "",
      note: { heading: "Bilaget er et Word-dokument" },
    });
    const blocks = [{ kind: "paragraph" as const, runs: [] }];
    const printed = { ...known, pages: [], printSha256: "c".repeat(64) };
    expect(print({ mediaType: word }, { ...printed, text: { blocks, cut: true } })).toMatchObject({
      note: null,
      text: { mark: "Gengivet som tekst", blocks, end: 'Her er teksten afkortet. Resten står i filen "vej.docx".' },
    });
    expect(print({ mediaType: word }, { ...printed, text: { blocks, cut: false } })?.text).toMatchObject({
      about: expect.stringContaining("er gengivet ved sin tekst. Billeder, sidehoved, sidefod og opsætning er ikke med."),
      end: "",
    });
    expect(print({ mediaType: word }, { ...printed, text: { blocks, cut: false, macros: true } })?.text?.about).toContain(
      "Makroer, billeder,",
    );
  });
});

describe("the indstilling", () => {
  it("says at once, as it was given, and keeps the numbers the decision answers", () => {
    const given = recommendations("at rådmanden tager orienteringen", "rådmanden godkender brevet", " ", "At byrådet", "atter en gang");
    expect(composeItem({ recommendations: given }).recommendations).toEqual([
      { number: 1, text: "at rådmanden tager orienteringen" },
      { number: 2, text: "at rådmanden godkender brevet" },
      { number: 4, text: "At byrådet" },
      { number: 5, text: "at atter en gang" },
    ]);
  });
});

describe("formatted text", () => {
  const blocksOf = (...blocks: Parameters<typeof rich>) => composeItem({ decision: rich(...blocks) }).decision?.blocks ?? [];
  const words = (runs: { kind: string; text?: string }[]) => runs.map((run) => run.text ?? "|").join("");

  it("hangs at-points, and indents only what stands between at N and at N+1", () => {
    const blocks = blocksOf("Først.", "at 1) en", "FAS følger op.", bullets("liste"), "at 2) to", "Til sidst.", "at 1) forfra", "Slut.");
    expect(blocks.map((block) => [block.kind, "under" in block ? block.under.length : null])).toEqual([
      ["paragraph", null],
      ["at-point", 2],
      ["at-point", 0],
      ["paragraph", null],
      ["at-point", 0],
      ["paragraph", null],
    ]);
  });

  it("takes the label off the text, also where it is spread over several runs", () => {
    const [point] = blocksOf(paragraph(text("at "), text("12) rå", { type: "bold" }), text("dmanden")));
    expect(point).toEqual({
      kind: "at-point",
      label: "at 12)",
      runs: [
        { kind: "text", text: "rå", bold: true, italic: false, link: null },
        { kind: "text", text: "dmanden", ...plain },
      ],
      under: [],
    });
  });

  it("keeps bold, italic and safe links, and drops any other target", () => {
    const href = (target: string) => text("her", { type: "link", attrs: { href: target } });
    const [block] = blocksOf(
      paragraph(text("fed", { type: "bold" }, { type: "italic" }), href("mailto:a@b.dk"), href("file:///etc/passwd"), href("javascript:1")),
    );
    expect(block?.kind === "paragraph" && block.runs).toEqual([
      { kind: "text", text: "fed", bold: true, italic: true, link: null },
      { kind: "text", text: "her", ...plain, link: "mailto:a@b.dk" },
      { kind: "text", text: "her", ...plain },
      { kind: "text", text: "her", ...plain },
    ]);
  });

  it("keeps breaks between lines, and at most one empty line", () => {
    const [block] = blocksOf(paragraph({ type: "hardBreak" }, "a\nb", { type: "hardBreak" }, "\n\n\nc", { type: "hardBreak" }));
    expect(block?.kind === "paragraph" && words(block.runs)).toBe("a|b||c");
  });

  it("drops blank paragraphs and bullets, and keeps the numbers of a numbered list", () => {
    const blocks = blocksOf("", bullets("en", " ", "to"), numbers(7, "syv", "", "ni", ""), bullets(""));
    expect(blocks.map((block) => ("items" in block ? [block.kind, block.items.length] : block.kind))).toEqual([
      ["bullets", 2],
      ["numbers", 3],
    ]);
    expect(blocks[1]).toMatchObject({ start: 7 });
  });

  it("loses no word of lists nested deeper than a page has room for", () => {
    const nested = Array.from({ length: 15 }).reduce<ReturnType<typeof bullets>>(
      (inner, _, i) => bullets([paragraph(`niveau ${i}`), inner]),
      bullets("inderst"),
    );
    const printed = JSON.stringify(blocksOf(nested));
    expect(printed.match(/niveau \d+|inderst/g)).toHaveLength(16);
    expect(printed.match(/"bullets"/g)).toHaveLength(6);
  });
});
