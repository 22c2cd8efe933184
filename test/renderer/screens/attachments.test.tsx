import { beforeAll, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { readPdf } from "../../../renderer/preview/pdf-reader.ts";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newMeeting } from "../../support/fake-meeting.ts";
import { openWindow } from "./open-window.tsx";

async function openAt(number: number): Promise<FakeMain> {
  const main = openWindow({ meetings: [newMeeting()] });
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await page.getByRole("button", { name: new RegExp(`^Punkt ${number}, `) }).click();
  return main;
}

function files(...names: string[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(new File(["%PDF-1.7"], name));
  return transfer;
}

function drop(...names: string[]): void {
  window.dispatchEvent(new DragEvent("drop", { dataTransfer: files(...names), bubbles: true, cancelable: true }));
}

/** Files that a DataTransfer made here cannot hold. */
function dropFiles(...dropped: File[]): void {
  const event = new DragEvent("drop", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "dataTransfer", { value: { files: dropped, types: ["Files"] } });
  window.dispatchEvent(event);
}

const titles = () => [...document.querySelectorAll(".attachment-title")].map((title) => title.textContent);

describe("the attachments", () => {
  it("take dropped files for the punkt at the caret and name those refused with the reason", async () => {
    const main = await openAt(3);
    drop("Indstilling.pdf", "makroer.docm");
    await expect.poll(titles).toEqual(["Bilag 1, Indstilling"]);
    await expect.element(page.getByRole("alert")).toMatchTextContent(/makroer\.docm.*hverken PDF, Word, PNG eller JPEG/);
    expect(main.meetings[0]?.categories[0]?.items[2]?.attachments).toHaveLength(1);
    await page.getByRole("button", { name: "Skjul besked" }).click();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
  });

  it("say on the card what is wrong with a file that was taken", async () => {
    await openAt(3);
    drop("beskadiget.pdf", "Notat.pdf");
    await expect.poll(titles).toEqual(["Bilag 1, beskadiget", "Bilag 2, Notat"]);
    const said = [...document.querySelectorAll(".attachment-trouble")].map((each) => each.textContent);
    expect(said).toEqual(["beskadiget.pdf er beskadiget eller ikke hel"]);
  });

  it("come in one after the other with progress, and a stop keeps what is in and says so", async () => {
    const main = await openAt(3);
    const next = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    main.held.set("attachments:add", next[0]?.promise ?? Promise.resolve());
    drop(...Array.from({ length: 40 }, (_, n) => `Bilag ${n + 1}.pdf`));
    await expect.element(page.getByText("Lægger fil 1 af 40 ved")).toBeVisible();
    await expect.poll(() => main.callsOf("attachments:add")).toHaveLength(1);
    main.held.set("attachments:add", next[1]?.promise ?? Promise.resolve());
    next[0]?.resolve();
    await expect.element(page.getByText("Lægger fil 2 af 40 ved")).toBeVisible();
    expect(document.querySelector(".adding-name")?.textContent).toBe("Bilag 2.pdf");
    expect(document.querySelector<HTMLProgressElement>(".adding progress")?.value).toBe(1);
    (page.getByRole("button", { name: /Afbryd/ }).element() as HTMLElement).focus();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByText("Afbryder efter denne fil …")).toBeVisible();
    next[1]?.resolve();
    await expect.element(page.getByText("Afbrudt: 2 af 40 filer er lagt ved.")).toBeVisible();
    expect(titles()).toEqual(["Bilag 1, Bilag 1", "Bilag 2, Bilag 2"]);
    expect(main.callsOf("attachments:add")).toHaveLength(2);
    expect(document.querySelector(".adding")).toBeNull();
  });

  it("are taken from the dialog one by one, and those that cannot be shown are counted at the end", async () => {
    const main = await openAt(3);
    main.chosen = ["A.pdf", "beskadiget.pdf", "C.exe"].map((name) => ({ name, bytes: new Uint8Array(8) }));
    await page.getByRole("button", { name: "Vælg filer" }).click();
    await expect.poll(titles).toEqual(["Bilag 1, A", "Bilag 2, beskadiget"]);
    await expect.element(page.getByText("2 af 3 filer er lagt ved, og 1 af dem kan ikke vises i referatet.")).toBeVisible();
    expect(main.callsOf("attachments:add-chosen")).toHaveLength(3);
  });

  it("belong to the punkt they are dropped on, whatever is shown", async () => {
    const main = await openAt(3);
    await userEvent.keyboard("{Alt>}2{/Alt}");
    const row = page.getByRole("button", { name: /^Punkt 1, / }).element();
    const over = { dataTransfer: files("Dagsorden.pdf"), bubbles: true, cancelable: true };
    row.dispatchEvent(new DragEvent("dragover", over));
    await expect.element(page.getByText("Slip filerne som bilag til punkt 1")).toBeVisible();
    row.dispatchEvent(new DragEvent("drop", over));
    await expect.poll(() => main.meetings[0]?.categories[0]?.items[0]?.attachments.map(({ title }) => title)).toEqual(["Dagsorden"]);
    const text = document.querySelectorAll(".meeting-item")[1] as HTMLElement;
    text.dispatchEvent(new DragEvent("drop", { ...over, dataTransfer: files("Referat.pdf") }));
    await expect.poll(() => main.meetings[0]?.categories[0]?.items[1]?.attachments.map(({ title }) => title)).toEqual(["Referat"]);
    await expect.element(page.getByRole("tab", { name: /^Bilag/ })).toHaveAttribute("aria-selected", "true");
  });

  it("that are bad are told by name while the export asks for its place, and no more when it was not made", async () => {
    const main = await openAt(3);
    drop("beskadiget.pdf");
    await expect.poll(titles).toEqual(["Bilag 1, beskadiget"]);
    const asked = Promise.withResolvers<void>();
    main.held.set("referat:export", asked.promise);
    await userEvent.keyboard("{Control>}e{/Control}");
    const told = () => document.querySelector(".writing-alerts")?.textContent ?? "";
    await expect.poll(told).toMatch(/^Før du eksporterer: .*Punkt 3, Bilag 1: filen "beskadiget\.pdf" er beskadiget eller ikke hel\./);
    main.failures.set("referat:export", { kind: "typeset-failed", detail: "x" });
    asked.resolve();
    await expect.poll(told).toMatch(/^Referatet kunne ikke sættes op/);
  });

  it("refuse a file over the limit without reading it", async () => {
    const main = await openAt(3);
    const big = new File([], "stor.pdf");
    Object.defineProperty(big, "size", { value: 51 * 1024 * 1024 });
    dropFiles(big);
    await expect.element(page.getByRole("alert")).toMatchTextContent(/"stor\.pdf" er for stor: 51,0 MB, og grænsen er 50,0 MB/);
    expect(main.callsOf("attachments:add")).toHaveLength(0);
  });

  it("name a folder or a file that went away in the meantime, and take the others and later ones", async () => {
    await openAt(3);
    const folder = new File([], "Mappe");
    folder.arrayBuffer = () => Promise.reject(new DOMException("A requested file could not be found", "NotFoundError"));
    dropFiles(folder, new File(["%PDF-1.7"], "A.pdf"));
    await expect.poll(titles).toEqual(["Bilag 1, A"]);
    await expect.element(page.getByRole("alert")).toMatchTextContent(/^Filen "Mappe" kan ikke læses \(EIO\)\./);
    await expect.element(page.getByText("1 af 2 filer er lagt ved.")).toBeVisible();
    drop("B.pdf");
    await expect.poll(titles).toEqual(["Bilag 1, A", "Bilag 2, B"]);
  });

  it("take a pasted file, but leave pasted words to the text", async () => {
    const main = await openAt(3);
    const target = document.querySelector(".ProseMirror") as HTMLElement;
    const both = files("billede.png");
    both.setData("text/html", "<p>ord</p>");
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: both, bubbles: true, cancelable: true }));
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: files("Notat.pdf"), bubbles: true, cancelable: true }));
    await expect.poll(titles).toEqual(["Bilag 1, Notat"]);
    expect(main.callsOf("attachments:add")).toHaveLength(1);
  });

  it("are renamed, moved, deleted and brought back by keyboard", async () => {
    const main = await openAt(3);
    drop("A.pdf", "B.pdf");
    await expect.poll(titles).toEqual(["Bilag 1, A", "Bilag 2, B"]);
    (document.querySelectorAll(".attachment-open")[1] as HTMLElement).focus();
    await userEvent.keyboard("{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}");
    await expect.poll(titles).toEqual(["Bilag 1, B", "Bilag 2, A"]);
    await expect.poll(() => document.activeElement?.textContent).toContain("Bilag 1, B");
    await userEvent.keyboard("{F2}Brev til udvalget{Enter}");
    await expect.poll(titles).toEqual(["Bilag 1, Brev til udvalget", "Bilag 2, A"]);
    await expect.poll(() => document.activeElement?.textContent).toContain("Brev til udvalget");
    await useOpenMeeting.getState().flush();
    await userEvent.keyboard("{Delete}");
    await expect.poll(titles).toEqual(["Bilag 1, A"]);
    await page.getByRole("button", { name: "Fortryd" }).click();
    await expect.poll(titles).toEqual(["Bilag 1, Brev til udvalget", "Bilag 2, A"]);
    expect(main.meetings[0]?.categories[0]?.items[2]?.attachments.map((each) => each.title)).toEqual(["Brev til udvalget", "A"]);
  });

  it("leave the focus at the one beside when they are deleted, and at the way to add others after the last", async () => {
    await openAt(3);
    drop("A.pdf", "B.pdf", "C.pdf");
    await expect.poll(titles).toEqual(["Bilag 1, A", "Bilag 2, B", "Bilag 3, C"]);
    const focused = () => document.activeElement?.textContent ?? "";
    (document.querySelectorAll(".attachment-open")[1] as HTMLElement).focus();
    await userEvent.keyboard("{Delete}");
    await expect.poll(focused).toMatch(/^Bilag 2, C/);
    await userEvent.keyboard("{Delete}");
    await expect.poll(focused).toMatch(/^Bilag 1, A/);
    await userEvent.keyboard("{Delete}");
    await expect.poll(focused).toBe("Vælg filer");
  });
});

const sample = (name: string): URL => new URL(`../../fixtures/bilag/${name}`, import.meta.url);

/** Part of the shown page that is not paper, and how wide it is for its height; null until the page is drawn. */
function sheetOf(number: number): { ink: number; ratio: number } | null {
  const canvas = document.querySelector<HTMLCanvasElement>(`.pages-page[data-page="${number}"]`);
  const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
  if (canvas === null || data === undefined) return null;
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) ink += 1;
  return { ink: ink / (canvas.width * canvas.height), ratio: canvas.width / canvas.height };
}

describe("the pages of an attachment", () => {
  // The reader's own thread is made of source the first time it is asked for.
  beforeAll(async () => {
    const pdf = await readPdf(new Uint8Array(await (await fetch(sample("punkt-5-brev.pdf"))).arrayBuffer()));
    await pdf.loadingTask.destroy();
  }, 60_000);

  async function lookAt(name: string): Promise<FakeMain> {
    const main = await openAt(3);
    main.pages = new Uint8Array(await (await fetch(sample(name))).arrayBuffer());
    drop("Notat.pdf");
    await expect.poll(titles).toEqual(["Bilag 1, Notat"]);
    (document.querySelector(".attachment-open") as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    return main;
  }

  it("are turned by keys, and Esc goes back to the card", async () => {
    const main = await lookAt("punkt-5-notat.pdf");
    const where = () => document.querySelector(".pages-where")?.textContent;
    await expect.poll(where, { timeout: 10_000 }).toBe("Side 1 af 4");
    await expect.poll(() => sheetOf(1)?.ink ?? 0, { timeout: 10_000 }).toBeGreaterThan(0.005);
    expect(document.activeElement?.className).toBe("pages-sheet");
    await userEvent.keyboard("{ArrowDown}{PageDown}");
    await expect.poll(where).toBe("Side 3 af 4");
    await expect.poll(() => sheetOf(3)?.ink ?? 0).toBeGreaterThan(0.005);
    await userEvent.keyboard("{End}{ArrowDown}");
    await expect.poll(where).toBe("Side 4 af 4");
    await userEvent.keyboard("{ArrowUp}{Home}{PageUp}");
    await expect.poll(where).toBe("Side 1 af 4");
    await page.getByRole("button", { name: "Næste side" }).click();
    await expect.poll(where).toBe("Side 2 af 4");
    await page.getByRole("button", { name: "Åbn i et andet program" }).click();
    expect(main.callsOf("attachments:open")).toHaveLength(1);
    (page.getByRole("button", { name: "Næste side" }).element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}{Enter}");
    await expect.poll(where).toBe("Side 4 af 4");
    await expect.element(page.getByRole("button", { name: "Næste side" })).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => document.activeElement?.textContent).toContain("Bilag 1, Notat");
  });

  it.each([
    ["hard-landscape.pdf", 1.41],
    ["hard-rotated.pdf", 0.71],
    ["hard-scanned.pdf", 0.71],
    ["hard-form-unembedded-font.pdf", 0.71],
    ["20260303-raadmandsmoede.pdf", 0.71],
  ])("are drawn as a reader sees them: %s", async (name, ratio) => {
    await lookAt(name);
    await expect.poll(() => sheetOf(1)?.ink ?? 0, { timeout: 15_000 }).toBeGreaterThan(0.001);
    expect(sheetOf(1)?.ratio).toBeCloseTo(ratio, 1);
  });

  it("that cannot be shown say why", async () => {
    await openAt(3);
    drop("beskadiget.pdf");
    await expect.poll(titles).toEqual(["Bilag 1, beskadiget"]);
    await page.getByRole("button", { name: /^Bilag 1, beskadiget/ }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent(/"beskadiget\.pdf" er beskadiget eller ikke hel/);
    await userEvent.keyboard("{Escape}");
    await expect.poll(titles).toEqual(["Bilag 1, beskadiget"]);
  });
});
