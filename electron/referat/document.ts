import type { ReferatForm } from "../../shared/domain/edition.ts";

/** A stretch of text with one look. `link` is an http, https or mailto address, or null. */
type PrintText = { kind: "text"; text: string; bold: boolean; italic: boolean; link: string | null };
export type PrintRun = PrintText | { kind: "break" };

type PrintParagraph = { kind: "paragraph"; runs: PrintRun[] };
/** An at-point: its label ("at 1)") hangs in the margin, and what belongs under it is indented to its text. */
export type PrintAtPoint = { kind: "at-point"; label: string; runs: PrintRun[]; under: PrintBlock[] };
/** Each entry of `items` is the blocks of one list item. */
type PrintBullets = { kind: "bullets"; items: PrintBlock[][] };
type PrintNumbers = { kind: "numbers"; start: number; items: PrintBlock[][] };
export type PrintBlock = PrintParagraph | PrintAtPoint | PrintBullets | PrintNumbers;

/** One at-point of the indstilling; `number` is its place in the punkt's list. */
export type PrintRecommendation = { number: number; text: string };

/** A block of a file that is printed by its text. `columns` are the widths of a table's columns, whatever their unit. */
export type FileBlock =
  | PrintParagraph
  | { kind: "heading"; level: number; runs: PrintRun[] }
  | { kind: "points"; items: { label: string; blocks: FileBlock[] }[] }
  | { kind: "table"; columns: number[]; headerRows: number; rows: { span: number; blocks: FileBlock[] }[][] };

/**
 * A bilag, printed after its punkt. With neither pages, note nor text it is only named under its punkt. `file` is the path the
 * typesetter is given its content under, or would be; `pages` are the sizes its pages are shown at when they have room, in points.
 */
export type PrintAttachment = {
  /** "Punkt 3, Bilag 1: …", stamped on each of its pages. */
  stamp: string;
  runningStamp: string;
  file: string;
  pages: { width: number; height: number }[];
  /** On a page of its own where the content cannot be shown. */
  note: { heading: string; text: string } | null;
  /** Of a file that has no pages of its own: what it says, under a mark that it is its text only; `end` stands where it was cut, "" otherwise. */
  text: { mark: string; about: string; blocks: FileBlock[]; end: string } | null;
};

export type PrintItem = {
  /** "Punkt 3" – names the place in warnings. */
  place: string;
  heading: string;
  /** "Lukket punkt", or "" for an open one. */
  mark: string;
  agendaText: PrintBlock[];
  recommendations: PrintRecommendation[];
  /** Null when nothing was decided: then no block is printed. */
  decision: { heading: string; blocks: PrintBlock[] } | null;
  attachments: PrintAttachment[];
};

/** `heading` is "" for a meeting without categories: then none is printed. */
export type PrintCategory = { heading: string; items: PrintItem[] };

/** A row of the referat's head: "Dato og tid", "Sted", "Information". */
export type PrintFact = { label: string; lines: string[] };

/**
 * The referat as print sees it: plain data for `resources/referat.typ`, nothing in it is ever evaluated. Strings are as they were
 * written; the typesetter cleans every one of them (clean.ts) before it sets them.
 */
export type ReferatDocument = {
  /** The short form has no Indhold. */
  form: ReferatForm;
  /** Above the title: "Referat", or the series where the title itself says it. */
  kicker: string;
  organisation: string;
  /** The title on the first page and in the file's own data. */
  title: string;
  /** The part of `title` before its parenthesis, and the parenthesis itself ("" for none): where the title may best be broken. */
  titleParts: [string, string];
  /** In the running header: "Referat · Rådmandsmøde d. 10. marts". */
  runningTitle: string;
  runningDate: string;
  /** In the footer: the series. */
  footer: string;
  /** Printed in header and footer when the edition holds closed punkter; "" otherwise. */
  notice: string;
  facts: PrintFact[];
  categories: PrintCategory[];
  /** The file's own date is the meeting's, so that the same meeting gives the same bytes. */
  date: { year: number; month: number; day: number; hour: number; minute: number };
};
