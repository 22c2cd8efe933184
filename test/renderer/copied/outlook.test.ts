import { Editor } from "roosterjs-content-model-core";
import { PastePlugin } from "roosterjs-content-model-plugins";
import { afterEach, expect, it } from "vitest";
import { pasteableItem } from "../../../electron/referat/copy/pasteable.ts";
import type { PrintBlock, PrintItem } from "../../../electron/referat/document.ts";

// The editor that Outlook on the web and the new Outlook write a mail in.
let outlook: Editor | null = null;
afterEach(() => {
  outlook?.dispose();
  document.body.replaceChildren();
});

/** The punkt as it stands in a mail once it is pasted there. */
async function pasted(item: PrintItem): Promise<HTMLElement> {
  const mail = document.createElement("div");
  document.body.append(mail);
  outlook = new Editor(mail, { plugins: [new PastePlugin()] });
  outlook.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", pasteableItem(item));
  mail.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  await expect.poll(() => mail.textContent).toContain(item.heading);
  return mail;
}

const look = { bold: false, italic: false, link: null };
const words = (text: string, bold = false): PrintBlock => ({ kind: "paragraph", runs: [{ kind: "text", text, ...look, bold }] });

const barometer: PrintItem = {
  place: "Punkt 5",
  heading: "Punkt 5: Handicapbarometer & <mål> (10 min)",
  mark: "",
  agendaText: [{ kind: "bullets", items: [[words("øverst")], [words("med"), { kind: "bullets", items: [[words("inderst")]] }]] }],
  recommendations: [
    { number: 1, text: "at rådmanden godkender indstillingen" },
    { number: 2, text: "at rådmanden godkender brevet" },
  ],
  decision: {
    heading: "Beslutning for Punkt 5: Handicapbarometer & <mål> (10 min)",
    blocks: [
      { kind: "at-point", label: "at 1)", runs: [{ kind: "text", text: "godkendt.", ...look }], under: [words("FAS følger op.", true)] },
      { kind: "numbers", start: 4, items: [[words("fire")], [words("fem")]] },
      { kind: "paragraph", runs: [{ kind: "text", text: "brevet", ...look, link: "https://aarhus.dk/brev" }] },
    ],
  },
  attachments: [],
};

const texts = (within: ParentNode, tags: string): (string | null)[] =>
  [...within.querySelectorAll(tags)].map(({ textContent }) => textContent.replaceAll("\u00a0", " "));

it("stands in a mail of Outlook with its headings, its lists and their numbers, its bold and its links", async () => {
  const mail = await pasted(barometer);
  expect(texts(mail, "h3")).toEqual(["Punkt 5: Handicapbarometer & <mål> (10 min)"]);
  expect(texts(mail, "h4")).toEqual(["Beslutning for Punkt 5: Handicapbarometer & <mål> (10 min)"]);
  expect([...mail.querySelectorAll("ol")].map(({ start }) => start)).toEqual([1, 4]);
  expect(texts(mail, "ol li")).toEqual(["at rådmanden godkender indstillingen", "at rådmanden godkender brevet", "fire", "fem"]);
  expect(texts(mail, "ul ul li")).toEqual(["inderst"]);
  expect(texts(mail, "b, strong").at(-1)).toBe("FAS følger op.");
  expect(texts(mail, "a[href='https://aarhus.dk/brev']")).toEqual(["brevet"]);
});

it("has the text of an at-point hang beside its label there, and what belongs under it stand below that text", async () => {
  const mail = await pasted(barometer);
  const blockOf = (text: string): CSSStyleDeclaration => {
    const block = [...mail.querySelectorAll("p, div")].find((each) => each.textContent.replaceAll("\u00a0", " ").startsWith(text));
    if (block === undefined) throw new Error(`${text} is not there`);
    return getComputedStyle(block);
  };
  const point = blockOf("at 1) godkendt.");
  expect(Number.parseFloat(point.marginLeft)).toBeGreaterThan(30);
  expect(point.textIndent).toBe(`-${point.marginLeft}`);
  expect(blockOf("FAS følger op.").marginLeft).toBe(point.marginLeft);
});
