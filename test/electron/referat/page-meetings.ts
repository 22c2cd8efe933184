import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { composeReferat } from "../../../electron/referat/compose.ts";
import type { FileBlock, PrintAttachment, ReferatDocument } from "../../../electron/referat/document.ts";
import { openEdition } from "../../../electron/referat/open-edition.ts";
import type { TypesetFile } from "../../../electron/referat/typesetter.ts";
import type { ItemView, MeetingView } from "../../../shared/domain/meeting.ts";
import { type MeetingFile, meetingFile } from "../../../shared/domain/meeting-file.ts";
import type { RichText } from "../../../shared/domain/rich-text.ts";
import { parseSmallMarkdown } from "../../../shared/domain/small-markdown.ts";
import { attachment, bullets, category, item, meeting, numbers, paragraph, recommendations, rich, text } from "./meetings.ts";

/** A meeting whose pages are looked at; `pages` are those that are kept, the last one as 0. */
export type PageMeeting = { name: string; document: ReferatDocument; files: TypesetFile[]; pages: number[] };

const organisation = "Aarhus Kommune · Sociale Forhold og Beskæftigelse";
const resources = new URL("../../../resources/", import.meta.url);
const bilag = new URL("../../fixtures/bilag/", import.meta.url);
const decided = "Rådmanden tog orienteringen til efterretning og kvitterede for det gode arbejde. ";
const said =
  "Rådmanden bemærkede, at det er ærgerligt, at vi ikke kan tilgå data på udviklingen, og at det derfor skal undersøges, om de kan hentes hos regionen. ";
const followUp = text("FAS følger op.", { type: "bold" });

/** The six meetings of test/fixtures/pages, from one page to a hundred. */
export function pageMeetings(): PageMeeting[] {
  const plain = (name: string, view: MeetingView, pages: number[], form: "collected" | "short" = "collected"): PageMeeting => ({
    ...{ name, pages, files: [] },
    document: composeReferat(view, { organisation, form }),
  });
  return [
    plain("en-side", onePage(), [1], "short"),
    plain("10-marts", sample(), [1, 2, 3]),
    plain("lange-titler", longTitles(), [1, 2, 3]),
    { ...plain("lister-og-tabeller", lists(), [2, 3, 4, 5]), document: withText(composeReferat(lists(), { organisation })) },
    plain("100-sider", hundredPages(), [1, 2, 3, 50, 0]),
    openWithBilag(),
  ];
}

function onePage(): MeetingView {
  const items = [
    item(1, "Dagsorden", { decision: rich("Godkendt.") }),
    item(2, "Referat", { decision: rich("Godkendt.") }),
    item(3, "Bemanding i sommerferien", { minutes: 10, decision: rich("at 1) rådmanden godkendte planen.", paragraph(followUp)) }),
    item(4, "Eventuelt"),
  ];
  return meeting({ categories: [category("", ...items)] });
}

function sample(): MeetingView {
  return viewOf(meetingFile.parse(JSON.parse(readFileSync(new URL("samples/raadmandsmoede-2026-03-10.json", resources), "utf8"))));
}

function viewOf(file: MeetingFile): MeetingView {
  const formatted = (words: string | RichText): RichText => (typeof words === "string" ? parseSmallMarkdown(words) : words);
  let number = 0;
  const categories = file.categories.map(({ name, items }) =>
    category(
      name,
      ...items.map((each) => {
        number = each.number ?? number + 1;
        return item(number, each.title, {
          minutes: each.minutes,
          agendaText: formatted(each.agendaText),
          recommendations: recommendations(...each.recommendations),
          decision: formatted(each.decision),
          attachments: each.attachments.map(({ title }) => attachment(title)),
        });
      }),
    ),
  );
  return meeting({ information: file.information, categories });
}

function longTitles(): MeetingView {
  const title =
    "Status på overgangen af borgere med dobbeltdiagnose til regionen, herunder arbejdsmarkedsuddannelser, sagsbehandlingsforbedringer og beskæftigelsesindsatsens tilrettelæggelse i 2026 og overslagsårene 2027-2029";
  const one = (n: number, parts: Partial<ItemView> = {}): ItemView =>
    item(n, title, { minutes: 10, decision: rich(`at 1) ${decided}`), attachments: [attachment(`Indstilling: ${title}`)], ...parts });
  return meeting({
    seriesTitle: "Fælles rådmandsmøder for Sociale Forhold og Beskæftigelse samt Sundhed og Omsorg 2026-2029",
    title: "Ekstraordinært rådmandsmøde om budgettet, tirsdag d. 10. marts 2026 på rådhuset",
    place: "Rådmandens kontor, vær. 436, med mulighed for at deltage over video for dem, der ikke kan være til stede i lokalet den dag",
    information: [
      "Bine Jenshøj og Frederik Abildgaard Sørensen deltager under punkt 1, og forvaltningens jurister deltager under punkt 2 og 3.",
    ],
    categories: [
      category(
        "Til godkendelse, drøftelse og videre behandling i udvalget og byrådet i henhold til styrelsesvedtægten",
        one(1),
        one(2, { closed: true }),
      ),
      category(
        "Faste orienteringspunkter",
        one(3, { agendaText: rich(said.repeat(3)), recommendations: recommendations("at rådmanden tager orienteringen til efterretning") }),
      ),
    ],
  });
}

function lists(): MeetingView {
  const deep = bullets(
    "Dialog om kredsløb",
    [paragraph("Budgetproceduren"), bullets("første behandling i byrådet", [paragraph("høring"), bullets("MED", "råd og nævn")])],
    said,
  );
  const steps = numbers(
    1,
    "Forvaltningen skriver udkastet.",
    [paragraph("Udkastet sendes i høring:"), numbers(1, "internt", "hos regionen")],
    said,
  );
  const items = [
    item(1, "Lister i dagsordenen", {
      agendaText: rich("Rådmanden orienterede om:", deep, "Derefter:", steps),
      recommendations: recommendations("at rådmanden drøfter sagen,", said, "at regionen orienteres."),
      decision: rich("at 1) drøftet.", deep, `at 2) ${said}`, paragraph(followUp), "at 3) godkendt.", said),
    }),
    item(2, "En lang liste over flere sider", {
      decision: rich(
        "Det blev aftalt:",
        numbers(8, ...Array.from({ length: 34 }, (_, i) => (i % 4 === 0 ? said : `skridt nummer ${i + 1} tages`))),
      ),
    }),
    item(3, "Tal fra forvaltningen", { decision: rich(decided) }),
  ];
  return meeting({ categories: [category("Til godkendelse", ...items)] });
}

const line = (words: string, bold = false): FileBlock => ({
  kind: "paragraph",
  runs: [{ kind: "text", text: words, bold, italic: false, link: null }],
});

/** The last punkt gets a bilag of text with a table that takes more than a page. */
function withText(document: ReferatDocument): ReferatDocument {
  const cell = (words: string, span = 1) => ({ span, blocks: [line(words)] });
  const rows = Array.from({ length: 40 }, (_, i) => [
    cell(`Område ${i + 1}`),
    cell(i % 5 === 0 ? said : "uændret"),
    cell(String(100 + 7 * i)),
  ]);
  const blocks: FileBlock[] = [
    { kind: "heading", level: 1, runs: [{ kind: "text", text: "Udviklingen siden 2025", bold: false, italic: false, link: null }] },
    line(said),
    {
      kind: "table",
      columns: [2, 5, 1],
      headerRows: 1,
      rows: [[cell("Område"), cell("Bemærkning"), cell("Sager")], ...rows, [cell("I alt", 2), cell("9.460")]],
    },
    line("Kilde: forvaltningens egne tal."),
  ];
  const stamp = "Punkt 3, Bilag 1: Tal fra forvaltningen";
  const told = {
    mark: "Gengivet som tekst",
    about: 'Bilaget er Word-filen "tal.docx". Skrifttyper, billeder og sideskift er ikke gengivet.',
    blocks,
    end: "",
  };
  const made: PrintAttachment = { stamp, runningStamp: stamp, file: "/bilag/tal.docx", pages: [], note: null, text: told };
  const [first, ...rest] = document.categories;
  const items = (first?.items ?? []).map((each, i, all) => (i === all.length - 1 ? { ...each, attachments: [made] } : each));
  return { ...document, categories: first === undefined ? [] : [{ ...first, items }, ...rest] };
}

function hundredPages(): MeetingView {
  const text = (n: number): RichText =>
    rich(...Array.from({ length: 9 + (n % 5) }, (_, i) => (i % 3 === 1 ? bullets(said, "uændret", said) : said.repeat(1 + ((i + n) % 4)))));
  const categories = ["Til godkendelse", "Til drøftelse", "Faste orienteringspunkter"].map((name, c) =>
    category(
      name,
      ...Array.from({ length: 26 }, (_, i) =>
        item(c * 26 + i + 1, `Sag nummer ${c * 26 + i + 1}`, { minutes: 5, agendaText: rich(said), decision: text(c * 26 + i) }),
      ),
    ),
  );
  return meeting({ categories });
}

function openWithBilag(): PageMeeting {
  const view = meeting({
    categories: [
      category(
        "Til godkendelse",
        item(1, "Handicapbarometer", {
          decision: rich(decided),
          attachments: [attachment("Notat"), attachment("Økonomioversigt"), attachment("Brev")],
        }),
      ),
      category(
        "Lukkede sager",
        item(2, "Personsag", { closed: true, decision: rich("Hemmeligt.") }),
        item(3, "Køb af grund", { closed: true, publicDecision: rich("Købet blev godkendt.") }),
      ),
      category("Orientering", item(4, "Eventuelt", { decision: rich(said) })),
    ],
  });
  const document = composeReferat(openEdition(view), { organisation });
  const shown: Partial<PrintAttachment>[] = [
    { file: "/bilag/punkt-5-notat.pdf", pages: Array.from({ length: 4 }, () => ({ width: 595, height: 842 })) },
    { file: "/bilag/hard-landscape.pdf", pages: [{ width: 842, height: 595 }] },
    {
      note: {
        heading: "Bilaget kan ikke vises",
        text: 'Filen "brev.pdf" er beskadiget eller ikke hel. Den ligger ved mødet, som den blev lagt ved.',
      },
    },
  ];
  const categories = document.categories.map((each) => ({
    ...each,
    items: each.items.map((of) => ({ ...of, attachments: of.attachments.map((one, i) => ({ ...one, ...shown[i] })) })),
  }));
  const files = ["punkt-5-notat.pdf", "hard-landscape.pdf"].map((name) => ({
    path: `/bilag/${name}`,
    source: fileURLToPath(new URL(name, bilag)),
  }));
  return { name: "offentlig-med-bilag", document: { ...document, categories }, files, pages: [1, 2, 3, 7, 8, 9] };
}
