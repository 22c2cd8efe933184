import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { composeReferat } from "../../../electron/referat/compose.ts";
import { openEdition } from "../../../electron/referat/open-edition.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { exportFileName } from "../../../shared/domain/meeting-name.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { attachment, category, item, meeting, rich } from "./meetings.ts";
import { markedMeeting } from "./random-meetings.ts";
import { openTypesetter } from "./typesetter.ts";

const typesetter = openTypesetter();
afterAll(() => typesetter.close());

const compose = (whole: Parameters<typeof openEdition>[0], form: "collected" | "short" = "collected") =>
  composeReferat(openEdition(whole), { organisation: "Aarhus Kommune", form });

describe("the open edition", () => {
  it("keeps the numbers, leaves a gap for a closed punkt, and prints its public decision text where there is one", () => {
    const whole = meeting({
      categories: [
        category("Til godkendelse", item(1, "Dagsorden", { decision: rich("Godkendt.") }), item(2, "Køb af grund", { closed: true })),
        category("Lukkede sager", item(3, "Personsag", { closed: true })),
        category(
          "Orientering",
          item(4, "Ansættelse", { closed: true, minutes: 10, decision: rich("Hemmeligt."), publicDecision: rich("Stillingen slås op.") }),
        ),
      ],
    });
    const printed = compose(whole);
    expect(printed.categories.map(({ heading, items }) => [heading, ...items.map((each) => each.heading)])).toEqual([
      ["Kategori – Til godkendelse", "Punkt 1: Dagsorden"],
      ["Kategori – Orientering", "Punkt 4: Lukket punkt"],
    ]);
    expect(JSON.stringify(printed)).toContain("Stillingen slås op.");
    expect(JSON.stringify(printed)).not.toMatch(/Hemmeligt|Personsag|Lukkede sager|Ansættelse|10 min|Køb/);
    expect(printed.notice).toBe("");
    // Other forms than the printed ones are made from the meeting itself.
    expect(JSON.stringify(openEdition(whole))).not.toContain("Lukkede sager");
  });

  it("tells of a closed punkt by its number when it is asked to, and of nothing else of it", async () => {
    const closed = { closed: true, minutes: 10, agendaText: rich("Hemmelig baggrund."), decision: rich("Hemmelig beslutning.") };
    const whole = meeting({
      categories: [category("Lukkede sager", item(5, "Personsag", { ...closed, attachments: [attachment("Brev")] }))],
    });
    const gap = composeReferat(openEdition(whole), { organisation: "" });
    expect(JSON.stringify(gap)).not.toMatch(/Punkt 5|lukket/i);
    for (const form of ["collected", "short"] as const) {
      const told = JSON.stringify(composeReferat(openEdition(whole, { tellClosed: true }), { organisation: "", form }));
      expect(told).toContain(form === "collected" ? "Punkt 5 er lukket." : "Punkt 5: Lukket punkt");
      expect(told).not.toMatch(/Hemmelig|Personsag|10 min|Brev/);
    }
    const { pdf } = await typesetter.typeset(composeReferat(openEdition(whole, { tellClosed: true }), { organisation: "" }));
    expect((await readPdf(pdf)).pages.flat()).toContain("Punkt 5 er lukket.");
  });

  it("does not tell who came for closed punkter only, nor why someone left at one", () => {
    const [open, closed] = [item(1, "Åben"), item(2, "Lukket", { closed: true })];
    const at = (name: string, status: "arrived" | "left", itemId: string, reason = "") => ({ name, status, reason, itemId });
    const attendance = [
      at("Gæst", "arrived", closed.id, "sagens advokat"),
      at("Gæst", "left", closed.id),
      at("MJ", "left", closed.id, "inhabil"),
      at("KD", "arrived", open.id, "toget"),
    ];
    const printed = JSON.stringify(compose(meeting({ categories: [category("", open, closed)], attendance })).facts);
    expect(printed).not.toMatch(/Gæst|advokat|inhabil|punkt 2/);
    expect(printed).toContain("MJ gik før mødet sluttede.");
    expect(printed).toContain("KD kom til under punkt 1 (toget).");
  });

  it("never holds anything closed, and all that is open, in any meeting, in either form", () => {
    fc.assert(
      fc.property(markedMeeting, ({ meeting: whole, hidden, shown }) => {
        const edition = JSON.stringify(openEdition(whole));
        const printed = JSON.stringify(compose(whole));
        const short = JSON.stringify(compose(whole, "short"));
        for (const word of hidden) expect(edition.includes(word) || printed.includes(word) || short.includes(word), word).toBe(false);
        for (const word of shown) expect(printed.includes(word), word).toBe(true);
        expect(
          itemsOf(openEdition(whole)).every((each) => itemsOf(whole).some(({ id, number }) => id === each.id && number === each.number)),
        ).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("never holds anything closed as a file", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(markedMeeting, async ({ meeting: whole, hidden }) => {
        const { pdf } = await typesetter.typeset(compose(whole));
        const read = JSON.stringify(await readPdf(pdf)).replace(/[^\p{L}\d]/gu, "");
        const raw = Buffer.from(pdf).toString("latin1");
        for (const word of hidden) expect(read.includes(word) || raw.includes(word), word).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it("names its file after its kind", () => {
    const named = { date: "2026-03-10", title: "Rådmandsmøde d. 10. marts" };
    expect(exportFileName(named, {})).toBe("20260310-Rådmandsmøde.pdf");
    expect(exportFileName(named, { form: "short", edition: "open" })).toBe("20260310-Rådmandsmøde kort offentlig.pdf");
  });
});

describe("the short form", () => {
  it("is each punkt's title with its decision straight under it, without Indhold and bilag", async () => {
    const parts = { agendaText: rich("Baggrund."), decision: rich("Rådmanden godkendte brevet."), attachments: [attachment("Brev")] };
    const whole = meeting({ categories: [category("Til godkendelse", item(1, "Brev", parts), item(2, "Bordet rundt"))] });
    const { pages } = await readPdf((await typesetter.typeset(composeReferat(whole, { organisation: "", form: "short" }))).pdf);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toEqual([
      "Rådmandsmøder 2026-2029",
      "Referat – Rådmandsmøde d. 10. marts",
      "Dato og tid 10-03-2026 11:00 - 13:00",
      "Sted Rådmandens kontor, vær. 436",
      "Information Martin er referent.",
      "Kategori – Til godkendelse",
      "Punkt 1: Brev",
      "Beslutning for Punkt 1: Brev",
      "Rådmanden godkendte brevet.",
      "Punkt 2: Bordet rundt",
      "Rådmandsmøder 2026-2029 1 / 1",
    ]);
  });
});
