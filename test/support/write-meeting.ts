import type { Locator, Page } from "playwright-core";
import { headerDate } from "../../shared/domain/date.ts";
import { type Block, type Inline, isBlank, type Paragraph, type RichText } from "../../shared/domain/rich-text.ts";
import type { TypedItem, TypedMeeting } from "./sample-meeting.ts";

/** A referent at the keyboard: every action is a key press. `onStep` is told when a step is done, with a name for its picture. */
export type Referent = { page: Page; onStep(name: string): Promise<void> };

const fixedPoints = new Set(["Dagsorden", "Referat", "Orientering fra Magistraten", "Orientering fra Udvalget", "Bordet rundt"]);

/** Tabs until the wanted part has the focus, as a person without a mouse would. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`60 × Tab never reached ${wanted}`);
}

async function fill(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}

/** *Nyt møde* with date, referent and the cases of the day; leaves the new meeting open. */
export async function createMeeting({ page, onStep }: Referent, meeting: TypedMeeting): Promise<void> {
  await page.keyboard.press("Control+n");
  const dialog = page.getByRole("dialog", { name: "Nyt møde" });
  await fill(page, dialog.getByLabel("Dato"), headerDate(meeting.date));
  await fill(page, dialog.getByLabel("Referent"), meeting.minuteTaker);
  for (const item of meeting.items) {
    if (fixedPoints.has(item.title)) continue;
    await fill(page, dialog.getByLabel("Dagens sag"), item.title);
    await fill(page, dialog.getByLabel("Minutter", { exact: true }), item.minutes === null ? "" : String(item.minutes));
    await page.keyboard.press("Enter");
  }
  await onStep("nyt-moede");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("textbox", { name: "Mødets referat" }).waitFor();
  await onStep("dagsorden");
}

/** Agenda text, indstilling and decision of every punkt, moving between them with Ctrl+1 … Ctrl+9. */
export async function writeMeeting(referent: Referent, meeting: TypedMeeting): Promise<void> {
  for (const item of meeting.items) {
    await writeItem(referent.page, item);
    await referent.onStep(`punkt-${item.number}`);
  }
}

async function writeItem(page: Page, item: TypedItem): Promise<void> {
  await page.keyboard.press(`Control+${item.number}`);
  if (item.recommendations.length > 0 || !isBlank(item.agendaText)) {
    await page.keyboard.press("ArrowUp");
    if (item.recommendations.length > 0) {
      for (const [index, text] of item.recommendations.entries()) {
        if (index > 0) await page.keyboard.press("Enter");
        await page.keyboard.type(text);
      }
    } else {
      await page.keyboard.press("ArrowUp");
      await typeRichText(page, item.agendaText);
    }
    await page.keyboard.press(`Control+${item.number}`);
  }
  await typeRichText(page, item.decision);
}

async function typeRichText(page: Page, text: RichText): Promise<void> {
  for (const [index, block] of text.content.entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await typeBlock(page, block);
    // A second Enter on an empty list line leaves the list.
    if (block.type !== "paragraph" && index < text.content.length - 1) await page.keyboard.press("Enter");
  }
}

async function typeBlock(page: Page, block: Block): Promise<void> {
  if (block.type === "paragraph") return typeParagraph(page, block);
  await page.keyboard.type(block.type === "bulletList" ? "- " : "1. ");
  for (const [index, item] of block.content.entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    for (const inner of item.content) await typeBlock(page, inner);
  }
}

async function typeParagraph(page: Page, paragraph: Paragraph): Promise<void> {
  for (const run of paragraph.content ?? []) {
    if (run.type === "hardBreak") await page.keyboard.press("Shift+Enter");
    else await typeRun(page, run);
  }
}

async function typeRun(page: Page, run: Extract<Inline, { type: "text" }>): Promise<void> {
  const bold = run.marks?.some((mark) => mark.type === "bold") === true;
  if (bold) await page.keyboard.press("Control+b");
  await page.keyboard.type(run.text);
  if (bold) await page.keyboard.press("Control+b");
}

/** Chooses the shared folder in *Indstillinger*; the folder dialog answers what the caller has set. Comes back to where it was. */
export async function chooseFolder({ page, onStep }: Referent): Promise<void> {
  await page.keyboard.press("Control+,");
  await tabTo(page, page.getByRole("button", { name: "Vælg mappe" }));
  await page.keyboard.press("Enter");
  await page.getByRole("main").getByText("Delt mappe er forbundet", { exact: false }).waitFor();
  await onStep("delt-mappe");
}

/** Exports with Ctrl+E and lays the referat in the folder with Ctrl+Shift+S; waits until the window says that both are done. */
export async function exportAndPublish({ page, onStep }: Referent): Promise<void> {
  await page.keyboard.press("Control+e");
  await page
    .getByText(/er eksporteret/)
    .first()
    .waitFor();
  await onStep("eksporteret");
  await page.keyboard.press("Control+Shift+S");
  await page
    .getByText(/ligger i mappen/)
    .first()
    .waitFor();
  await onStep("lagt-i-mappen");
}

/** Waits until the window shows all of it as saved ("Gemt 11.42.07"). */
export async function savedByNow(page: Page): Promise<void> {
  await page
    .getByText(/^Gemt \d\d\.\d\d\.\d\d$/)
    .first()
    .waitFor();
}
