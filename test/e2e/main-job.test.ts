import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBlank, plainText } from "../../shared/domain/rich-text.ts";
import { bodyLines, contentsRows, findWords } from "../electron/referat/printed.ts";
import { type LaunchedApp, launchApp } from "../support/launch.ts";
import { readPdf } from "../support/read-pdf.ts";
import { sampleMeeting } from "../support/sample-meeting.ts";
import { chooseFolder, createMeeting, exportAndPublish, savedByNow, writeMeeting } from "../support/write-meeting.ts";

const folder = mkdtempSync(join(tmpdir(), "hovedopgave-"));
const share = join(folder, "share");
const exported = join(folder, "ud.pdf");
const meeting = sampleMeeting();
let app: LaunchedApp;

beforeAll(async () => {
  mkdirSync(share);
  app = await launchApp({ dataDir: join(folder, "data") });
  await app.evaluate(
    ({ dialog }, paths) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: paths.exported });
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [paths.share] });
    },
    { exported, share },
  );
  const referent = { page: app.page, onStep: async () => {} };
  await app.page.getByRole("heading", { name: "Møder", exact: true }).waitFor();
  await chooseFolder(referent);
  await createMeeting(referent, meeting);
  await writeMeeting(referent, meeting);
  await savedByNow(app.page);
  await exportAndPublish(referent);
}, 120_000);

afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("10 March 2026, written in the window by keys alone", () => {
  it("prints every decision word for word, in order, under its own heading", async () => {
    const lines = bodyLines(await readPdf(readFileSync(exported)));
    const decided = meeting.items.filter((item) => !isBlank(item.decision));
    expect(decided.map((item) => item.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    let from = 0;
    for (const item of decided) {
      const blocks = plainText(item.decision).split("\n");
      for (const words of [`Beslutning for Punkt ${item.number}: ${item.title}`, ...blocks]) {
        const found = findWords(lines, words, from);
        expect(found, words).not.toBeNull();
        from = (found?.at ?? 0) + words.length;
      }
    }
  });

  it("prints each punkt and decision on the page that Indhold gives", async () => {
    const pdf = await readPdf(readFileSync(exported));
    const rows = contentsRows(pdf);
    const titles = meeting.items.flatMap((item) => {
      const heading = `Punkt ${item.number}: ${item.title}${item.minutes === null ? "" : ` (${item.minutes} min)`}`;
      return isBlank(item.decision) ? [heading] : [heading, `Beslutning for ${heading}`];
    });
    expect(rows.map((row) => row.title)).toEqual(titles);
    const lines = bodyLines(pdf);
    let from = 0;
    for (const row of rows) {
      const found = findWords(lines, row.title, from);
      expect({ title: row.title, page: found?.page }).toEqual({ title: row.title, page: row.page });
      from = (found?.at ?? 0) + row.title.length;
    }
  });

  it("lays the same PDF in the shared folder, with a snapshot beside it", () => {
    const inFolder = join(share, "Referater", "Referater", "2026", "20260310-Rådmandsmøde.pdf");
    expect(readFileSync(inFolder).equals(readFileSync(exported))).toBe(true);
    const snapshots = readdirSync(join(share, "Referater", "data", "v1", "m", "2026"), { recursive: true, encoding: "utf8" });
    expect(snapshots.filter((name) => name.endsWith(".json"))).toHaveLength(1);
  });

  it("is there again, word for word, when the app is opened anew", async () => {
    await app.kill();
    app = await launchApp({ dataDir: join(folder, "data") });
    await app.page.getByText("Rådmandsmøde d. 10. marts").first().waitFor();
    await app.page.keyboard.press("Enter");
    const text = app.page.getByRole("textbox", { name: "Mødets referat" });
    await text.waitFor();
    const shown = (await text.innerText()).replace(/\s+/g, " ");
    for (const item of meeting.items) {
      for (const words of plainText(item.decision).split("\n")) expect(shown).toContain(words);
    }
  });
});
