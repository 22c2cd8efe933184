import { fileURLToPath } from "node:url";
import { headerDate } from "../../../shared/domain/date.ts";
import { type ItemView, itemHeading, type MeetingView } from "../../../shared/domain/meeting.ts";
import { type Block, type Inline, isBlank } from "../../../shared/domain/rich-text.ts";
import { appendBilag } from "./append-bilag.ts";
import type { Engine } from "./engine.ts";

const face = (name: string): string => fileURLToPath(new URL(`../../../resources/fonts/SourceSans3-${name}.ttf`, import.meta.url));

/** The same content laid out by pdfmake, with the faces and the Indhold of ours. */
export async function startPdfmake(): Promise<Engine> {
  const { default: pdfmake } = await import("pdfmake");
  pdfmake.setFonts({
    Source: { normal: face("Regular"), bold: face("Bold"), italics: face("Italic"), bolditalics: face("BoldItalic") },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return {
    print: async ({ meeting, bilag }) => appendBilag(await pdfmake.createPdf(definition(meeting)).getBuffer(), bilag),
    close: async () => {},
  };
}

function definition(meeting: MeetingView): object {
  return {
    pageSize: "A4",
    pageMargins: 71,
    tagged: true,
    lang: "da-DK",
    info: { title: meeting.title },
    defaultStyle: { font: "Source", fontSize: 10.5 },
    footer: (page: number, pages: number) => ({ text: `${meeting.seriesTitle}   ${page} / ${pages}`, margin: [71, 20] }),
    content: [
      { text: `${meeting.seriesTitle} (${meeting.title})`, fontSize: 21, bold: true },
      `${headerDate(meeting.date)} ${meeting.start} - ${meeting.end}`,
      meeting.place,
      { toc: { title: { text: "Indhold", fontSize: 15 } }, pageBreak: "after" },
      ...meeting.categories.flatMap((category) => [
        { text: category.name, fontSize: 15, bold: true },
        ...category.items.flatMap(itemContent),
      ]),
    ],
  };
}

function itemContent(item: ItemView): object[] {
  const heading = itemHeading(item);
  const decision = [{ text: `Beslutning for ${heading}`, bold: true, tocItem: true }, ...item.decision.content.map(block)];
  return [
    { text: heading, fontSize: 13, bold: true, tocItem: true, margin: [0, 14, 0, 6] },
    ...item.agendaText.content.map(block),
    ...(item.recommendations.length === 0 ? [] : [{ ol: item.recommendations.map(({ text }) => text) }]),
    ...(isBlank(item.decision)
      ? []
      : [{ table: { widths: ["*"], body: [[{ stack: decision, fillColor: "#f1f4f8" }]] }, layout: "noBorders" }]),
  ];
}

function block(node: Block): object {
  if (node.type === "paragraph") return { text: (node.content ?? []).map(run), margin: [0, 0, 0, 5] };
  const items = node.content.map((each) => ({ stack: each.content.map(block) }));
  return node.type === "bulletList" ? { ul: items } : { ol: items };
}

function run(node: Inline): object {
  if (node.type === "hardBreak") return { text: "\n" };
  const has = (type: string): boolean => node.marks?.some((mark) => mark.type === type) ?? false;
  return { text: node.text, bold: has("bold") || has("followUp"), italics: has("italic") };
}
