import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDifference } from "../../../electron/referat/compare.ts";
import { composeReferat } from "../../../electron/referat/compose.ts";
import { findLeak } from "../../../electron/referat/leaks.ts";
import { checkReferat, createReadBack } from "../../../electron/referat/read-back.ts";
import { type ReadReferat, readReferat } from "../../../electron/referat/read-pdf.ts";
import type { TypesetResult } from "../../../electron/referat/typesetter.ts";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { describeError } from "../../../shared/error-text.ts";
import type { AppError } from "../../../shared/errors.ts";
import { openSampleApp, type SampleApp } from "../../support/sample-app.ts";
import { category, item, meeting, numbers, rich } from "./meetings.ts";
import { markedMeeting } from "./random-meetings.ts";
import { engineFiles, openTypesetter } from "./typesetter.ts";

const typesetter = openTypesetter();
const readBack = createReadBack(engineFiles);
afterAll(async () => {
  await typesetter.close();
  await readBack.close();
});

const rules = { phrases: [], publicContacts: ["89 40 20 00"] };

const whole = meeting({
  categories: [
    category(
      "Til godkendelse",
      item(1, "Dagsorden", { decision: rich("Godkendt.") }),
      item(2, "Brev 2026", {
        decision: rich(
          "at 1) rådmanden tog orienteringen til efterretning",
          "FAS følger op.",
          "at 2) brevet sendes",
          numbers(1, "først", "så"),
        ),
      }),
    ),
    category("Orientering", item(5, "Bordet rundt", { decision: rich("MJ orienterede om 👍 budgettet i 中 2026.") })),
  ],
});

function set(form: "collected" | "short" = "collected", shown: MeetingView = whole): Promise<TypesetResult> {
  return typesetter.typeset(composeReferat(shown, { organisation: "Aarhus Kommune", form }));
}

describe("a referat read back", () => {
  it("says what the meeting says, in both forms and in any meeting", { timeout: 120_000 }, async () => {
    for (const form of ["collected", "short"] as const) await checkReferat(readBack, { result: await set(form), whole: null, rules });
    await fc.assert(
      fc.asyncProperty(markedMeeting, async (each) => {
        const result = await set("collected", each.meeting);
        expect(findDifference(result.printed, result.pages, await readReferat(result.pdf))).toBeNull();
      }),
      { numRuns: 15 },
    );
  });

  it("is asked for what stands outside its pages only where something must not stand there", async () => {
    const { pdf } = await set();
    const read = await readReferat(pdf);
    expect(read.strings.length).toBeGreaterThan(50);
    expect(await readReferat(pdf, true)).toEqual({ ...read, strings: [] });
    const asked: unknown[] = [];
    const watched = {
      ...readBack,
      read: (...input: Parameters<typeof readBack.read>) => {
        asked.push(input[2]);
        return readBack.read(...input);
      },
    };
    const result = await set();
    for (const edition of [null, whole]) await checkReferat(watched, { result, whole: edition, rules });
    expect(asked).toEqual([true, false]);
  });

  it("tells where it differs", async () => {
    const { pdf, pages, printed } = await set();
    const read = await readReferat(pdf);
    const differs = (parts: Partial<ReadReferat>) => findDifference(printed, pages, { ...read, ...parts });
    const replaced = (words: string, by: string) => ({
      pages: read.pages.map(({ own, all }) => ({ own: own.replace(words, by), all: all.replace(words, by) })),
    });
    expect(differs({})).toBeNull();
    expect(differs({ pages: read.pages.slice(1) })).toBe(`filen har ${pages - 1} sider, ikke ${pages}`);
    expect(differs({ tagged: false })).toBe("filen har ingen mærker til skærmlæsere");
    expect(read.missingFonts).toEqual([]);
    expect(differs({ missingFonts: ["Times-Roman på side 2"] })).toBe("skriften Times-Roman på side 2 er ikke i filen");
    expect(differs({ bookmarks: read.bookmarks.slice(0, -1) })).toBe('bogmærket til "Beslutning for Punkt 5: Bordet rundt"');
    expect(differs({ bookmarks: [...read.bookmarks, { title: "Punkt 6", page: 1 }] })).toBe('bogmærket til "slutningen"');
    expect(differs({ bookmarks: read.bookmarks.map((mark) => ({ ...mark, page: 1 })) })).toMatch(/på side 1$|i Indhold$/);
    expect(differs(replaced("brevet sendes", "brevet brændes"))).toBe("Punkt 2, beslutningen");
    expect(differs(replaced("FAS følger op.", ""))).toBe("Punkt 2, beslutningen");
    const wrongRow = {
      pages: read.pages.map((page, i) => (i === 0 ? { ...page, own: page.own.replace(/(Brev 2026\s*)2/, "$13") } : page)),
    };
    expect(differs(wrongRow)).toBe('sidetallet ved "Punkt 2: Brev 2026" i Indhold');
  });

  it("is refused when no reader can open it, or it takes too long", async () => {
    const result = await set();
    const broken = { result: { ...result, pdf: result.pdf.slice(0, 3_000) }, whole: null, rules };
    await expect(checkReferat(readBack, broken)).rejects.toMatchObject({
      appError: { kind: "referat-differs", place: "filen kan ikke åbnes" },
    });
    const folder = mkdtempSync(join(tmpdir(), "læs-"));
    writeFileSync(
      join(folder, "sidder-fast.mjs"),
      'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { while (true) {} });',
    );
    const stuck = createReadBack({ workerUrl: pathToFileURL(join(folder, "sidder-fast.mjs")), limitMs: 500 });
    await expect(stuck.read(result.pdf)).rejects.toMatchObject({
      appError: { kind: "typeset-failed", detail: "not read again after 500 ms" },
    });
    await stuck.close();
    rmSync(folder, { recursive: true });
  });
});

describe("a leak", () => {
  const secret = "Kommunen køber grunden på Havnegade";
  const closed = item(4, "Køb af grund", {
    closed: true,
    decision: rich(`${secret}. Rådmanden tog orienteringen til efterretning.`),
    publicDecision: rich("Handlen offentliggøres i maj måned."),
  });
  const withClosed = meeting({ categories: [category("", closed)] });
  const page = (words: string): ReadReferat["pages"][number] => ({ own: words, all: words });
  const empty: ReadReferat = { pages: [], bookmarks: [], tagged: true, strings: [], embedded: [], missingFonts: [] };
  const leak = (parts: Partial<ReadReferat>, phrases: string[] = []) => findLeak(withClosed, { ...rules, phrases }, { ...empty, ...parts });
  const found = (place: string) => ({ what: "closed", place: `${place} (fra Punkt 4)` });

  it("is found on a page, over two of them, in bookmarks, descriptions and names, however it is set", () => {
    expect(leak({ pages: [page("Intet"), page("at kommunen  køber grun\nden på HAVNEGADE, siges")] })).toEqual(found("side 2"));
    expect(leak({ pages: [page("Kommunen køber"), page("grunden på Havnegade")] })).toEqual(found("side 1"));
    expect(leak({ bookmarks: [{ title: secret, page: 1 }] })).toEqual(found("bogmærkerne"));
    expect(leak({ strings: ["Titel", secret] })).toEqual(found("filens oplysninger"));
    expect(leak({ embedded: [`${secret}.docx`] })).toEqual(found("de indlejrede filer"));
  });

  it.each(["Han får 12.500 kr. nu", "Det er bl.a. Anna", "Ca. 3 mio. kr. gives"])("is found in spite of the dots in it: %s", (words) => {
    const told = meeting({ categories: [category("", item(4, "Sag", { closed: true, decision: rich(`${words}.`) }))] });
    expect(findLeak(told, rules, { ...empty, pages: [page(`Vi hørte, at ${words}, ja.`)] })?.what).toBe("closed");
  });

  it.each([
    ["Grunden købes for 12 mio. kr. Sælger er Anders And fra Andeby.", "Og sælger er Anders And fra Andeby."],
    ["Sagen udgår.Direktøren afskediges med øjeblikkelig virkning.", "Direktøren afskediges med øjeblikkelig virkning"],
    ["Han får 12.500 kr. om måneden.", "Han får 12.500 kr. om måneden"],
  ])("is found by each of its sentences, wherever their dots are: %j", (decision, said) => {
    const told = meeting({ categories: [category("", item(4, "Sag", { closed: true, decision: rich(decision) }))] });
    expect(findLeak(told, rules, { ...empty, pages: [page(said)] })).toEqual({ what: "closed", place: "side 1 (fra Punkt 4)" });
  });

  it("is neither what every punkt says, nor the public text, nor a standard sentence", () => {
    const said = [page("at 1) rådmanden tog orienteringen til efterretning"), page("Handlen offentliggøres i maj måned.")];
    expect(leak({ pages: said })).toBeNull();
    expect(leak({ pages: [page(secret)] }, [`${secret}.`])).toBeNull();
  });

  it.each(["100326-1234", "1003261234", "311299 0001"])("is a CPR number: %s", (number) => {
    expect(leak({ pages: [page(`Borgeren (${number}) har klaget.`)] })).toMatchObject({
      what: "cpr",
      place: expect.stringMatching(/^side 1: \d\d••••-••••/),
    });
  });

  it.each(["107326-1234", "100326-12345", "89 40 20 00", "EAN 5798005770"])("is no CPR number: %s", (number) => {
    expect(leak({ pages: [page(number)] })).toBeNull();
  });

  it("is found in the strings of a real file", async () => {
    const { pdf } = await typesetter.typeset(composeReferat(whole, { organisation: secret }));
    expect(findLeak(withClosed, rules, await readReferat(pdf))?.place).toMatch(/^side 1/);
    const read = await readReferat(pdf);
    expect(read.strings.join("\n")).toContain(secret);
  });
});

describe("an open export", () => {
  let folder: string;
  let app: SampleApp;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "offentlig-"));
    app = await openSampleApp(join(folder, "data"));
    app.answer.saveFile = join(folder, "ud.pdf");
  }, 60_000);
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const save = (changes: object[]) =>
    app.handlers["meetings:save-fields"]({ operationId: crypto.randomUUID(), meetingId: app.meetingId, changes: changes as never });
  const exportOpen = async () => app.handlers["referat:export"]({ meetingId: app.meetingId, edition: "open" });

  it("leaves out closed punkter and their bilag, and is not written when it still holds what is closed", { timeout: 90_000 }, async () => {
    const [, , third, fourth] = itemsOf(await app.handlers["meetings:get"]({ meetingId: app.meetingId }));
    const full = await app.handlers["referat:export"]({ meetingId: app.meetingId });
    await save([{ entity: "item", id: fourth?.id, field: "closed", value: true }]);
    const open = await exportOpen();
    expect(open?.pages).toBeLessThan(full?.pages ?? 0);
    rmSync(app.answer.saveFile ?? "");
    await save([
      {
        entity: "item",
        id: third?.id,
        field: "decision",
        value: rich("Rådmanden bemærkede, at det er ærgerligt, at vi ikke kan tilgå data på udviklingen."),
      },
    ]);
    const refused = await exportOpen().catch((error: { appError: AppError }) => error.appError);
    expect(refused).toMatchObject({ kind: "referat-leaks", what: "closed", place: expect.stringMatching(/^side \d+ \(fra Punkt 4\)$/) });
    expect(describeError(refused as AppError)).toMatch(
      /^Det offentlige referat blev ikke lavet: tekst fra et lukket punkt står i det, side \d/,
    );
    expect(existsSync(app.answer.saveFile ?? "")).toBe(false);
  });

  it("is not written with contacts that are not public, names them all, and is when they are allowed", { timeout: 90_000 }, async () => {
    const [first, second] = itemsOf(await app.handlers["meetings:get"]({ meetingId: app.meetingId }));
    rmSync(app.answer.saveFile ?? "", { force: true });
    const written = [
      { entity: "item", id: first?.id, field: "decision", value: rich("Borgeren træffes på 20 12 34 56.") },
      { entity: "item", id: second?.id, field: "decision", value: rich("Skriv til anna@mail.example eller post@aarhus.dk.") },
    ];
    const [, , third] = itemsOf(await app.handlers["meetings:get"]({ meetingId: app.meetingId }));
    await save([...written, { entity: "item", id: third?.id, field: "decision", value: rich("Godkendt.") }]);
    const refused = await exportOpen().catch((error: { appError: AppError }) => error.appError);
    const place = expect.stringMatching(/^side \d+ \(Punkt 1\): 20 •• •• 56; side \d+ \(Punkt 2\): a…@mail\.example$/);
    expect(refused).toMatchObject({ kind: "referat-leaks", what: "contact", place });
    expect(describeError(refused as AppError)).toMatch(/tilføj dem i Indstillinger under Offentlige kontakter/);
    expect(existsSync(app.answer.saveFile ?? "")).toBe(false);
    await app.handlers["settings:save"]({ publicContacts: ["aarhus.dk", "89 40 20 00", "mail.example", "20123456"] });
    expect((await exportOpen())?.warnings).toEqual([]);
  });

  it("is not written under a name that tells what is closed, in any format", async () => {
    const [, , , fourth] = itemsOf(await app.handlers["meetings:get"]({ meetingId: app.meetingId }));
    await save([{ entity: "item", id: fourth?.id, field: "decision", value: rich("Kommunen køber grunden på Havnegade.") }]);
    for (const format of ["pdf", "html", "json"] as const) {
      app.answer.saveFile = join(folder, `kommunen-køber-grunden-på-havnegade.${format}`);
      await expect(async () => app.handlers["referat:export"]({ meetingId: app.meetingId, edition: "open", format })).rejects.toMatchObject(
        { appError: { kind: "referat-leaks", what: "closed", place: "filens navn (fra Punkt 4)" } },
      );
      expect(existsSync(app.answer.saveFile)).toBe(false);
    }
  });
});
