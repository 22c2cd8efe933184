import type { PrintItem, ReferatDocument } from "./document.ts";

const look = { bold: false, italic: false, link: null };
const paragraph = { kind: "paragraph" as const, runs: [{ kind: "text" as const, text: "Godkendt.", ...look }] };

const item: PrintItem = {
  place: "Punkt 1",
  heading: "Punkt 1: Dagsorden",
  mark: "",
  agendaText: [paragraph],
  recommendations: [{ number: 1, text: "at rådmanden tager orienteringen til efterretning" }],
  decision: {
    heading: "Beslutning for Punkt 1: Dagsorden",
    blocks: [
      { kind: "at-point", label: "at 1)", runs: [{ kind: "text", text: "fed", ...look, bold: true }], under: [paragraph] },
      { kind: "bullets", items: [[paragraph]] },
      { kind: "numbers", start: 1, items: [[paragraph]] },
    ],
  },
  attachments: [
    {
      stamp: "Punkt 1, Bilag 1: Indstilling",
      runningStamp: "",
      file: "",
      pages: [],
      note: { heading: "Bilag", text: "Intet" },
      text: null,
    },
    { stamp: "Punkt 1, Bilag 2: Notat", runningStamp: "", file: "", pages: [], note: null, text: null },
  ],
};

/** A small referat with each kind of block, set once when a worker starts, so that the first real one comes quickly. */
export const warmDocument: ReferatDocument = {
  form: "collected",
  kicker: "Referat",
  organisation: "Organisation",
  title: "Møder (Møde)",
  titleParts: ["Møder", "(Møde)"],
  runningTitle: "Referat",
  runningDate: "10-03-2026",
  footer: "Møder",
  notice: "",
  facts: [{ label: "Sted", lines: ["Rådmandens kontor"] }],
  categories: [{ heading: "Kategori – Til godkendelse", items: [item] }],
  date: { year: 2026, month: 3, day: 10, hour: 11, minute: 0 },
};
