import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchApp } from "../support/launch.ts";
import { readPdf } from "../support/read-pdf.ts";
import { chooseFolder } from "../support/write-meeting.ts";
import { type BenchResult, compared, median } from "./measure.ts";
import { writeTypedMeetings } from "./typing-meetings.ts";

/** From the last word to the PDF in the folder. Source: the issue, "Proof-read before closing". */
const limitMs = 5_000;
/** What gives a referat of so many finished pages. */
const referat = { name: "10 siders referat", items: 14, pages: 9 } as const;
const finishedPages = 10;
const rounds = 6;
const giveUpMs = 60_000;

/** From the last word, over the list of what is missing, to the referat in the shared folder, in the built window. */
export async function benchClose(): Promise<BenchResult[]> {
  const work = mkdtempSync(join(tmpdir(), "referent-bench-"));
  const share = join(work, "share");
  mkdirSync(share);
  await writeTypedMeetings(join(work, "data"), [referat]);
  const app = await launchApp({ dataDir: join(work, "data") });
  try {
    const { page } = app;
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, share);
    await page.getByRole("heading", { name: "Møder", exact: true }).waitFor();
    await chooseFolder({ page, onStep: async () => {} });
    await page.keyboard.press("Alt+ArrowLeft");
    await page.getByText(referat.name, { exact: true }).first().click();
    await page.locator(".ProseMirror-focused").waitFor();
    const listed: number[] = [];
    const laid: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const times = await close(page, share);
      listed.push(times.listed);
      laid.push(times.laid);
    }
    await checkPages(share);
    const name = `${finishedPages} sider`;
    return [
      compared(`sidste ord til PDF i mappen, første gang, ${name}, mod ${limitMs} ms`, { ours: laid[0] ?? Number.NaN, theirs: limitMs }),
      compared(`sidste ord til PDF i mappen, median, ${name}, mod ${limitMs} ms`, { ours: median(laid), theirs: limitMs }),
      compared(`sidste ord til PDF i mappen, længst, ${name}, mod ${limitMs} ms`, { ours: Math.max(...laid), theirs: limitMs }),
      compared(`sidste ord til listen er hel, median, ${name}, mod ${limitMs} ms`, { ours: median(listed), theirs: limitMs }),
    ];
  } finally {
    await app.close();
    rmSync(work, { recursive: true, force: true });
  }
}

/** One more word, the list once the dictionary has answered too, and the key that lays the referat; it counts when the file is there. */
async function close(page: Page, share: string): Promise<{ listed: number; laid: number }> {
  await page.keyboard.press("Control+4");
  await page.keyboard.type(" Sagen er slut.");
  const before = laidPdfs(share).length;
  const started = performance.now();
  await page.keyboard.press("Control+Shift+E");
  await page.locator(".finding, .closing .empty-state").first().waitFor();
  await page.locator(".closing-checking").waitFor({ state: "detached" });
  const listed = performance.now() - started;
  await page.keyboard.press("Control+Shift+S");
  while (laidPdfs(share).length === before) {
    if (performance.now() - started > giveUpMs) throw new Error("the referat never came into the folder");
    await page.waitForTimeout(10);
  }
  const laid = performance.now() - started;
  await page.locator(".closing-laid").waitFor();
  return { listed, laid };
}

function laidPdfs(share: string): string[] {
  try {
    const folder = join(share, "Referater", "Referater", "2026");
    return readdirSync(folder).flatMap((name) => (/^2026.*\.pdf$/.test(name) ? [join(folder, name)] : []));
  } catch {
    return [];
  }
}

async function checkPages(share: string): Promise<void> {
  const [path = ""] = laidPdfs(share);
  const { pages } = await readPdf(readFileSync(path));
  if (pages.length < finishedPages) throw new Error(`the referat has ${pages.length} pages, not ${finishedPages}`);
}
