import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDifference } from "../../../electron/referat/compare.ts";
import { composeReferat } from "../../../electron/referat/compose.ts";
import { findContactLeak, findLeak } from "../../../electron/referat/leaks.ts";
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

const nothing = { phrases: [], contacts: [] };

describe("a referat read back", () => {
  it("says what the meeting says, in both forms and in any meeting", { timeout: 120_000 }, async () => {
    for (const form of ["collected", "short"] as const)
      await checkReferat(readBack, { result: await set(form), whole: null, allowed: nothing });
    await fc.assert(
      fc.asyncProperty(markedMeeting, async (each) => {
        const result = await set("collected", each.meeting);
        expect(findDifference(result.printed, result.pages, await readReferat(result.pdf))).toBeNull();
      }),
      { numRuns: 15 },
    );
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
    const broken = { result: { ...result, pdf: result.pdf.slice(0, 3_000) }, whole: null, allowed: nothing };
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
  const empty: ReadReferat = { pages: [], bookmarks: [], tagged: true, strings: [], embedded: [] };
  const leak = (parts: Partial<ReadReferat>, phrases: string[] = [], contacts: string[] = []) =>
    findLeak(withClosed, { phrases, contacts }, { ...empty, ...parts }) ?? findContactLeak({ phrases, contacts }, { ...empty, ...parts });
  const found = (place: string) => ({ what: "closed", place: `${place} (fra Punkt 4)` });

  it("is found on a page, over two of them, in bookmarks, descriptions and names, however it is set", () => {
    expect(leak({ pages: [page("Intet"), page("at kommunen  køber grun\nden på HAVNEGADE, siges")] })).toEqual(found("side 2"));
    expect(leak({ pages: [page("Kommunen køber"), page("grunden på Havnegade")] })).toEqual(found("side 1"));
    expect(leak({ bookmarks: [{ title: secret, page: 1 }] })).toEqual(found("bogmærkerne"));
    expect(leak({ strings: ["Titel", secret] })).toEqual(found("filens oplysninger"));
    expect(leak({ embedded: [`${secret}.docx`] })).toEqual(found("de indlejrede filer"));
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

  it.each(["107326-1234", "100326-12345", "89402000", "EAN 5798005770"])("is no CPR number: %j", (number) => {
    expect(leak({ pages: [page(number)] })).toBeNull();
  });

  it.each([
    ["phone", "21 34 56 78"],
    ["phone", "2134 5678"],
    ["phone", "+45 21345678"],
    ["phone", "+4521345678"],
    ["email", "jens.hansen@gmail.com"],
    ["email", "Åse.Bæk@aarhus.dk"],
  ])("is a contact that is not public: %s %s", (what, contact) => {
    const said = { pages: [page(`Skriv eller ring: ${contact}.`)] };
    expect(leak(said)).toEqual({ what, place: `side 1: ${contact}` });
    expect(leak(said, [], ["33 33 33 33", "@odense.dk"])).not.toBeNull();
    expect(leak(said, [], [contact.toUpperCase()])).toBeNull();
    expect(leak({ strings: [contact] })).toEqual({ what, place: `filens oplysninger: ${contact}` });
  });

  it("is a number in one piece only when a word says that it is a telephone's", () => {
    expect(leak({ pages: [page("Tlf. 21345678")] })).toEqual({ what: "phone", place: "side 1: 21345678" });
    expect(leak({ pages: [page("ring på 21345678")] })).toEqual({ what: "phone", place: "side 1: 21345678" });
    for (const other of ["CVR 55133018", "20260310-Rådmandsmøde.pdf", "sag 21345678", "21 34 56 78 90", "31 12 20 26 kr.", "8.900.000"])
      expect(leak({ pages: [page(other)] })).toBeNull();
  });

  it("is no contact that is public, in any spacing, and no address of a public domain", () => {
    const said = { pages: [page("Ring 89 40 20 00 eller skriv til borger@Aarhus.dk.")] };
    expect(leak(said, [], [" +45 89402000", "@aarhus.dk"])).toBeNull();
    expect(leak(said, [], ["@aarhus.dk"])).toEqual({ what: "phone", place: "side 1: 89 40 20 00" });
    expect(leak({ pages: [page("ondt@ikkeaarhus.dk")] }, [], ["@aarhus.dk"])).toMatchObject({ what: "email" });
  });

  it("is found in the strings of a real file", async () => {
    const { pdf } = await typesetter.typeset(composeReferat(whole, { organisation: secret }));
    expect(findLeak(withClosed, nothing, await readReferat(pdf))?.place).toMatch(/^side 1/);
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

  it("warns of contacts in its bilag, and is not written with one in the referat itself, until it is public", {
    timeout: 90_000,
  }, async () => {
    const [, second, third] = itemsOf(await app.handlers["meetings:get"]({ meetingId: app.meetingId }));
    await save([{ entity: "item", id: third?.id, field: "decision", value: rich("Drøftet.") }]);
    const decide = (value: object) => save([{ entity: "item", id: second?.id, field: "decision", value }]);
    await decide(rich("Brevet sendes."));
    expect((await exportOpen())?.warnings.filter((warning) => /telefonnummer/.test(warning))).not.toEqual([]);
    await decide(rich("Brevet sendes, spørgsmål til Jens Hansen på 21 34 56 78."));
    await expect(exportOpen()).rejects.toMatchObject({
      appError: { kind: "referat-leaks", what: "phone", place: expect.stringMatching(/^side \d+: 21 34 56 78$/) },
    });
    const link = { type: "text", text: "Jens", marks: [{ type: "link", attrs: { href: "mailto:jens@privat.dk" } }] };
    await decide({ type: "doc", content: [{ type: "paragraph", content: [link] }] });
    await expect(exportOpen()).rejects.toMatchObject({ appError: { what: "email", place: "filens oplysninger: jens@privat.dk" } });
    await app.handlers["settings:save"]({ publicContacts: "jens@privat.dk, @aarhus.dk" });
    expect(await exportOpen()).not.toBeNull();
  });
});
