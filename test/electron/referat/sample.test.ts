import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { itemHeading, itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { isBlank, plainText } from "../../../shared/domain/rich-text.ts";
import { type ReadPdf, readPdf } from "../../support/read-pdf.ts";
import { openSampleApp, type SampleApp } from "../../support/sample-app.ts";
import { bodyLines, contentsRows, findWords, isOwn } from "./printed.ts";

let folder: string;
let app: SampleApp;
let meeting: MeetingView;
let pdf: ReadPdf;
let bytes: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "referat-"));
  app = await openSampleApp(join(folder, "data"));
  app.answer.saveFile = join(folder, "ud.pdf");
  meeting = await app.handlers["meetings:get"]({ meetingId: app.meetingId });
  await app.handlers["referat:export"]({ meetingId: app.meetingId });
  bytes = readFileSync(app.answer.saveFile);
  pdf = await readPdf(bytes);
}, 60_000);

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the referat of 10 March 2026, read back", () => {
  it("has its head on the first page", () => {
    expect(pdf.pages[0]?.slice(0, 8)).toEqual([
      "Aarhus Kommune · Sociale Forhold og Beskæftigelse",
      "Referat",
      "Rådmandsmøder 2026-2029",
      "(Rådmandsmøde d. 10. marts)",
      "Dato og tid 10-03-2026 11:00 - 13:00",
      "Sted Rådmandens kontor, vær. 436",
      "Information Martin er referent.",
      "Indhold",
    ]);
  });

  it("holds every decision, whole and in order, under its own heading", () => {
    const lines = bodyLines(pdf);
    const decided = itemsOf(meeting).filter((item) => !isBlank(item.decision));
    expect(decided.map((item) => item.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    let from = 0;
    for (const item of decided) {
      const blocks = plainText(item.decision)
        .split("\n")
        .filter((words) => words.trim() !== "");
      for (const words of [`Beslutning for ${itemHeading(item)}`, ...blocks]) {
        const found = findWords(lines, words, from);
        expect(found, words).not.toBeNull();
        from = (found?.at ?? 0) + words.length;
      }
    }
  });

  it("gives in Indhold the page that every punkt and every beslutning stands on", () => {
    const titles = itemsOf(meeting).flatMap((item) => {
      const heading = itemHeading(item);
      const bilag = item.attachments.map(({ title }, i) => `Punkt ${item.number}, Bilag ${i + 1}: ${title}`);
      return isBlank(item.decision) ? [heading, ...bilag] : [heading, `Beslutning for ${heading}`, ...bilag];
    });
    const rows = contentsRows(pdf);
    expect(rows.map((row) => row.title)).toEqual(titles);
    let from = 0;
    for (const { title, page } of rows.filter((row) => !/, Bilag /.test(row.title))) {
      const found = findWords(bodyLines(pdf), title, from);
      expect(found?.page, title).toBe(page);
      from = (found?.at ?? 0) + 1;
    }
  });

  it("prints no beslutning where nothing was decided", () => {
    expect(JSON.stringify(pdf.pages)).not.toContain("Beslutning for Punkt 8");
  });

  it("numbers its pages, and carries the meeting at the top of each but the first", () => {
    pdf.pages.forEach((lines, i) => {
      const foot = isOwn(lines) ? /^Rådmandsmøder 2026-2029 (.*)$/ : / – side \d+ af \d+ (.*)$/;
      expect(foot.exec(lines.at(-1) ?? "")?.[1]).toBe(`${i + 1} / ${pdf.pages.length}`);
    });
    for (const lines of pdf.pages.slice(1).filter(isOwn)) expect(lines[0]).toBe("Referat · Rådmandsmøde d. 10. marts 10-03-2026");
  });

  it("has bookmarks for categories, punkter and decisions, on the pages Indhold gives", () => {
    expect(pdf.bookmarks.filter(({ depth }) => depth === 1).map(({ title }) => title)).toEqual([
      "Indhold",
      "Kategori – Til godkendelse",
      "Kategori – Faste orienteringspunkter",
    ]);
    expect(pdf.bookmarks.filter(({ depth }) => depth > 1).map(({ title, page }) => ({ title, page }))).toEqual(contentsRows(pdf));
  });

  it("is a tagged Danish document that shows its title", () => {
    expect([pdf.title, pdf.lang, pdf.marked, pdf.showsTitle]).toEqual([
      "Rådmandsmøder 2026-2029 (Rådmandsmøde d. 10. marts)",
      "da-DK",
      true,
      true,
    ]);
    const headings = pdf.roles
      .flat()
      .filter((role) => /^H\d$/.test(role))
      .map((role) => Number(role.slice(1)));
    expect(headings.slice(0, 5)).toEqual([1, 2, 2, 3, 4]);
    headings.forEach((level, i) => {
      expect(level - (headings[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    expect(pdf.roles.flat()).toEqual(expect.arrayContaining(["TOC", "TOCI", "Link", "P", "L", "LI", "LBody"]));
  });

  it("has header and footer marked as decoration, and the dots of Indhold are no words at all", () => {
    expect(pdf.artifacts).toContain("Referat · Rådmandsmøde d. 10. marts");
    const own = pdf.pages.filter(isOwn).flat();
    expect(own.filter((line) => /\. ?\. ?\./.test(line))).toEqual([]);
    expect(pdf.artifacts).not.toContain("Godkendt");
  });

  it("carries the meeting's own date, not the day's", () => {
    expect(bytes.toString("latin1")).toContain("D:20260310110000");
    expect(bytes.toString("latin1").match(/D:\d{8}/g)).toEqual(["D:20260310", "D:20260310"]);
  });
});

describe("referat:export", () => {
  it("tells name, pages and bytes of what it wrote, and leaves nothing beside it", async () => {
    const result = await app.handlers["referat:export"]({ meetingId: app.meetingId });
    expect(result).toEqual({ fileName: "ud.pdf", pages: pdf.pages.length, bytes: bytes.byteLength, warnings: [] });
    expect(readdirSync(folder).sort()).toEqual(["data", "ud.pdf"]);
  });

  it("gives the same bytes for the same meeting", async () => {
    await app.handlers["referat:export"]({ meetingId: app.meetingId });
    expect(readFileSync(join(folder, "ud.pdf")).equals(bytes)).toBe(true);
  });

  it("writes nothing when the choice is cancelled", async () => {
    app.answer.saveFile = null;
    expect(await app.handlers["referat:export"]({ meetingId: app.meetingId })).toBeNull();
  });

  it("exports the meeting as it stands when the place was chosen", async () => {
    app.answer.saveFile = join(folder, "rettet.pdf");
    const [first] = itemsOf(meeting);
    await app.handlers["meetings:save-fields"]({
      operationId: "00000000-0000-4000-8000-000000000001",
      meetingId: app.meetingId,
      changes: [{ entity: "item", id: first?.id ?? "", field: "title", value: "Dagsorden (rettet)" }],
    });
    await app.handlers["referat:export"]({ meetingId: app.meetingId });
    const changed = await readPdf(readFileSync(app.answer.saveFile));
    expect(contentsRows(changed)[0]?.title).toBe("Punkt 1: Dagsorden (rettet)");
  });
});
