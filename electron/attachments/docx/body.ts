import type { Budget } from "./file-text.ts";
import type { Numbering } from "./numbering.ts";
import { addRunText, type FlatBlock, finishParagraph, type Look, type WordParagraph } from "./paragraph.ts";
import { isOn, outlineLevel, type WordStyle } from "./styles.ts";
import { finishTable, type WordTable } from "./table.ts";
import type { XmlListener, XmlTag } from "./xml.ts";

/** Hears the part of a Word file that has its text, or the one that has its notes. */
export type Body = {
  listener: XmlListener;
  /** What was read, also when the reading stopped in the middle of it. */
  blocks(): FlatBlock[];
  /** The notes that were read, by kind and id. */
  notes: ReadonlyMap<string, FlatBlock[]>;
  /** The notes that the text points to, in its order. */
  pointed: readonly string[];
};

type Parts = { style(id: string | null): WordStyle; numbering: Numbering; budget: Budget };

/** What was taken out, what only a reader of the file's own program sees, and what is there twice. */
const skipped = new Set([
  ...["w:del", "w:delText", "w:delInstrText", "w:moveFrom", "w:instrText", "mc:Fallback", "w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:rt"],
  ...["w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:numberingChange", "w:tblGridChange"],
]);

/** A table within tables deeper than this is read as the paragraphs of the cell it stands in. */
const deepestTable = 3;
const plainLook: Look = { bold: false, italic: false, hidden: false };

type State = {
  /** Where finished blocks go: the text, a cell, a note. */
  into: FlatBlock[][];
  paragraphs: WordParagraph[];
  tables: WordTable[];
  looks: Look[];
  ofParagraph: boolean;
  reading: boolean;
  described: string;
  notes: Map<string, FlatBlock[]>;
  pointed: string[];
};

type Act = (tag: XmlTag) => void;

export function createBody(parts: Parts): Body {
  const state: State = {
    ...{ into: [[]], paragraphs: [], tables: [], looks: [], ofParagraph: false, reading: false, described: "" },
    ...{ notes: new Map<string, FlatBlock[]>(), pointed: [] },
  };
  const write = (text: string): void => {
    const paragraph = state.paragraphs.at(-1);
    const look = state.looks.at(-1) ?? plainLook;
    if (paragraph === undefined || look.hidden) return;
    parts.budget.spend(text.length);
    addRunText(paragraph, text, look);
  };
  const endParagraph = (): void => {
    const paragraph = state.paragraphs.pop();
    const block = paragraph === undefined ? null : finishParagraph(paragraph, parts.style(paragraph.style), parts.numbering);
    if (block !== null) state.into.at(-1)?.push(block);
  };
  const endTable = (): void => {
    const table = state.tables.pop();
    if (table !== undefined && state.tables.length < deepestTable) state.into.at(-1)?.push(...finishTable(table));
  };
  const opens = { ...textActs(state, parts, write), ...propertyActs(state, parts), ...tableActs(state, parts) };
  const listener: XmlListener = {
    open(tag) {
      if (tag.name === "w:del" && state.paragraphs.length === 0) markRemoved(state);
      if (skipped.has(tag.name)) return "skip";
      opens[tag.name]?.(tag);
      return undefined;
    },
    text(text) {
      if (state.reading) write(text);
    },
    close(name) {
      if (name === "w:t" || name === ":t") state.reading = false;
      else if (name === "w:r") state.looks.pop();
      else if (name === "w:pPr") state.ofParagraph = false;
      else if (name === "w:p") endParagraph();
      else if (name === "w:tc" && isShown(state)) state.into.pop();
      else if (name === "w:tbl") endTable();
      else if (name === "w:footnote" || name === "w:endnote") state.into.pop();
    },
    full: () => parts.budget.isSpent(),
  };
  const blocks = (): FlatBlock[] => {
    while (state.paragraphs.length > 0) endParagraph();
    while (state.tables.length > 0) {
      if (isShown(state) && state.into.length > 1) state.into.pop();
      endTable();
    }
    return state.into[0] ?? [];
  };
  return { listener, blocks, notes: state.notes, pointed: state.pointed };
}

/** Whether the table being read is printed as one. */
function isShown(state: State): boolean {
  return state.tables.length > 0 && state.tables.length <= deepestTable;
}

function textActs(state: State, { budget }: Parts, write: (text: string) => void): Record<string, Act> {
  const read: Act = () => {
    state.reading = true;
  };
  const breakLine: Act = () => state.paragraphs.at(-1)?.runs.push({ kind: "break" });
  const show = (word: string): void => {
    write(state.described === "" ? `[${word}]` : `[${word}: ${state.described}]`);
    state.described = "";
  };
  const point: Act = ({ name, value }) => {
    state.pointed.push(`${name === "w:footnoteReference" ? "w:footnote" : "w:endnote"} ${value("id") ?? ""}`);
    write(`[${state.pointed.length}]`);
  };
  const note: Act = ({ name, value }) => {
    const blocks: FlatBlock[] = [];
    state.into.push(blocks);
    state.notes.set(`${name} ${value("id") ?? ""}`, blocks);
  };
  return {
    "w:p": () => {
      budget.spend(0);
      state.paragraphs.push({ style: null, numId: null, level: null, heading: null, runs: [] });
    },
    "w:r": () => state.looks.push({ ...plainLook }),
    "w:t": read,
    ":t": read,
    // A tab stop among a paragraph's properties has a value.
    "w:tab": ({ value }) => (value("val") === null ? write("\t") : undefined),
    "w:br": breakLine,
    "w:cr": breakLine,
    "w:noBreakHyphen": () => write("\u2011"),
    "w:sym": ({ value }) => write(symbolOf(value("char") ?? "")),
    ":docPr": ({ value }) => {
      state.described = (value("descr") ?? "").trim().slice(0, 300);
    },
    ":blip": () => show("Billede"),
    ":imagedata": () => show("Billede"),
    ":chart": () => show("Diagram"),
    "w:footnoteReference": point,
    "w:endnoteReference": point,
    "w:footnote": note,
    "w:endnote": note,
  };
}

function propertyActs(state: State, { style }: Parts): Record<string, Act> {
  const ofParagraph = (properties: (val: string | null) => Partial<WordParagraph>): Act => {
    return ({ value }) => {
      const paragraph = state.paragraphs.at(-1);
      if (state.ofParagraph && paragraph !== undefined) Object.assign(paragraph, properties(value("val")));
    };
  };
  // Those of the paragraph's mark are no run's.
  const ofRun = (properties: (val: string | null) => Partial<Look>): Act => {
    return ({ value }) => {
      const look = state.looks.at(-1);
      if (!state.ofParagraph && look !== undefined) Object.assign(look, properties(value("val")));
    };
  };
  return {
    "w:pPr": () => {
      state.ofParagraph = true;
    },
    "w:pStyle": ofParagraph((val) => ({ style: val })),
    "w:numId": ofParagraph((val) => ({ numId: val })),
    "w:ilvl": ofParagraph((val) => ({ level: Number(val) })),
    "w:outlineLvl": ofParagraph((val) => ({ heading: outlineLevel(val) })),
    "w:b": ofRun((val) => ({ bold: isOn(val) })),
    "w:i": ofRun((val) => ({ italic: isOn(val) })),
    "w:vanish": ofRun((val) => (isOn(val) ? { hidden: true } : {})),
    "w:rStyle": ofRun((val) => (style(val).hidden ? { hidden: true } : {})),
  };
}

function tableActs(state: State, { budget }: Parts): Record<string, Act> {
  const table = (): WordTable | undefined => (isShown(state) ? state.tables.at(-1) : undefined);
  const row = () => table()?.rows.at(-1);
  const cell = () => row()?.cells.at(-1);
  return {
    "w:tbl": () => state.tables.push({ widths: [], rows: [] }),
    "w:gridCol": ({ value }) => table()?.widths.push(Number(value("w"))),
    "w:tr": () => table()?.rows.push({ heads: false, removed: false, cells: [] }),
    "w:tblHeader": ({ value }) => Object.assign(row() ?? {}, { heads: isOn(value("val")) }),
    "w:tc": () => {
      budget.spend(0);
      const blocks: FlatBlock[] = [];
      row()?.cells.push({ span: 1, merged: false, blocks });
      if (table() !== undefined) state.into.push(blocks);
    },
    "w:gridSpan": ({ value }) => Object.assign(cell() ?? {}, { span: Math.min(63, Math.max(1, Math.trunc(Number(value("val"))) || 1)) }),
    "w:vMerge": ({ value }) => Object.assign(cell() ?? {}, { merged: value("val") !== "restart" }),
  };
}

/** A row that was struck with tracked changes says so in its own properties. */
function markRemoved(state: State): void {
  const row = isShown(state) ? state.tables.at(-1)?.rows.at(-1) : undefined;
  if (row !== undefined && row.cells.length === 0) row.removed = true;
}

function symbolOf(code: string): string {
  const at = Number.parseInt(code, 16);
  return at > 0x1f && at < 0xffff ? String.fromCharCode(at) : "";
}
