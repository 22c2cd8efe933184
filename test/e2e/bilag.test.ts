import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LaunchedApp, launchApp } from "../support/launch.ts";
import { makeDocx, paragraph } from "../support/make-docx.ts";
import { makePdf } from "../support/make-pdf.ts";

const bilag = fileURLToPath(new URL("../fixtures/bilag", import.meta.url));
const sample = fileURLToPath(new URL("../../resources/samples/raadmandsmoede-2026-03-10.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bilag-e2e-"));
const refused: string[] = [];
let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp({ dataDir: join(folder, "data") });
  const { page } = app;
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await choosing([sample]);
  await page.keyboard.press("Control+O");
  await page.locator(".rail-row").first().waitFor();
});

afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the open dialog gives from now on. */
function choosing(paths: readonly string[]): Promise<void> {
  return app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    },
    [...paths],
  );
}

async function addTo(punkt: number, paths: readonly string[]): Promise<void> {
  await choosing(paths);
  await app.page.keyboard.press(`Control+${punkt}`);
  await app.page.keyboard.press("Alt+1");
  await app.page.getByRole("button", { name: "Vælg filer" }).click();
}

const cards = (): Promise<string[]> => app.page.locator(".attachment-title").allInnerTexts();

const toast = (text: string | RegExp) => app.page.locator(".toast-text").filter({ hasText: text });

async function picture(name: string): Promise<void> {
  if (process.env["KEEP"] !== undefined) await app.page.screenshot({ path: join(process.env["KEEP"], `${name}.png`) });
}

/** Part of the page that is not paper. */
function inkOf(page: number): Promise<number> {
  return app.page.evaluate((shown) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`.pages-page[data-page="${shown}"]`);
    const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let ink = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) ink += 4;
    return data.length === 0 ? 0 : ink / data.length;
  }, page);
}

/** A page that is one black picture, packed as a fax machine does. */
async function faxed(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  const dictionary = {
    ...{
      Type: "XObject",
      Subtype: "Image",
      Width: 64,
      Height: 64,
      BitsPerComponent: 1,
      ColorSpace: "DeviceGray",
      Filter: "CCITTFaxDecode",
    },
    ...{ Decode: [1, 0], DecodeParms: { K: -1, Columns: 64, Rows: 64 } },
  };
  // Every row is as the one above it, which is white: one bit each.
  const picture = pdf.context.register(pdf.context.stream(new Uint8Array(8).fill(0xff), dictionary));
  const name = page.node.newXObject("Fax", picture);
  page.node.addContentStream(pdf.context.register(pdf.context.stream(`q 400 0 0 400 100 300 cm ${name} Do Q`)));
  return pdf.save();
}

describe("bilag in the built window", () => {
  it("are told by name when something is wrong with them, the moment they are added", async () => {
    const names = readdirSync(bilag).filter((name) => name.startsWith("bad-"));
    await addTo(
      6,
      names.map((name) => join(bilag, name)),
    );
    const { page } = app;
    await expect.poll(cards, { timeout: 30_000 }).toHaveLength(names.length);
    await page.locator(".adding").waitFor({ state: "detached", timeout: 30_000 });
    expect(await page.locator(".attachment-trouble").allInnerTexts()).toEqual([
      "bad-empty.pdf er tom",
      "bad-html.pdf er ikke en PDF indeni",
      "bad-truncated.pdf er beskadiget eller ikke hel",
      "bad-user-password.pdf er låst med en adgangskode",
    ]);
    await toast("4 filer er lagt ved, og 4 af dem kan ikke vises i referatet.").waitFor();
    await picture("bad");
  });

  it("are looked through page by page, whatever kind they are", async () => {
    const files = ["hard-landscape.pdf", "hard-form-unembedded-font.pdf", "hard-owner-password.pdf", "hard-bad-xref.pdf"];
    writeFileSync(join(folder, "fax.pdf"), await faxed());
    writeFileSync(join(folder, "notat.docx"), makeDocx(paragraph("Notat om kvalitet. ".repeat(60)).repeat(30)));
    await addTo(7, [...files.map((name) => join(bilag, name)), join(folder, "fax.pdf"), join(folder, "notat.docx")]);
    const { page } = app;
    await expect.poll(cards, { timeout: 30_000 }).toHaveLength(7);
    await page.locator(".adding").waitFor({ state: "detached", timeout: 30_000 });
    const look = async (title: string, least: number): Promise<void> => {
      await page.getByRole("button", { name: new RegExp(`^Bilag \\d, ${title}`) }).click();
      await expect.poll(() => inkOf(1), { timeout: 30_000 }).toBeGreaterThan(least);
      await picture(`side-${title}`);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Vælg filer" }).waitFor();
    };
    await look("hard-landscape", 0.005);
    await look("hard-form-unembedded-font", 0.0005);
    await look("hard-owner-password", 0.005);
    await look("hard-bad-xref", 0.005);
    await look("fax", 0.2);
    await look("notat", 0.02);
    expect(refused).toEqual([]);
  });

  it("that are bad are told again before the export, by name, and the file is made all the same", { timeout: 180_000 }, async () => {
    const { page } = app;
    const out = join(folder, "ud.pdf");
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, out);
    await page.keyboard.press("Control+E");
    const told = (): Promise<string> => page.locator(".writing-alerts").innerText();
    await expect.poll(told).toMatch(/^Før du eksporterer: [\s\S]*bad-user-password\.pdf" er låst med en adgangskode/);
    await expect.poll(told, { timeout: 120_000 }).toMatch(/^Referatet er eksporteret\.[\s\S]*bad-user-password\.pdf" er låst med/);
    await picture("eksporteret");
    expect((await PDFDocument.load(readFileSync(out))).getPageCount()).toBeGreaterThan(20);
  });

  it("of 1,000 pages in 40 files come in with a count, leave the text free to write in, and stop when asked", {
    timeout: 180_000,
  }, async () => {
    const paths = Array.from({ length: 40 }, (_, n) => join(folder, `Del ${n + 1}.pdf`));
    for (const [n, path] of paths.entries()) writeFileSync(path, await makePdf(25, `Del ${n + 1}`));
    const { page } = app;
    await addTo(1, paths);
    await page.getByText(/^Lægger fil \d+ af 40 ved$/).waitFor();
    await picture("tilfoejer");
    await page.keyboard.press("Control+1");
    await page.keyboard.type("Skrevet imens. ");
    await page.getByRole("textbox", { name: "Mødets referat" }).getByText("Skrevet imens.").waitFor({ timeout: 5_000 });
    await page.getByRole("button", { name: "Afbryd" }).click();
    await toast(/^Afbrudt: \d+ af 40 filer er lagt ved\.$/).waitFor({ timeout: 30_000 });
    const kept = (await cards()).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(40);
    await choosing(paths.slice(kept));
    await page.getByRole("button", { name: "Vælg filer" }).click();
    await expect.poll(cards, { timeout: 90_000 }).toHaveLength(40);
    expect((await cards()).map((title) => title.replace(/^Bilag \d+,\s*/, ""))).toEqual(paths.map((_, n) => `Del ${n + 1}`));
  });
});
