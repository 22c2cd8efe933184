import { type Node, type Schema, Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { findFollowUps } from "../../shared/domain/follow-up.ts";
import type { KnownName } from "../../shared/domain/known-name.ts";
import { sentencesOf } from "../../shared/domain/sentences.ts";
import { blockText } from "./changed-blocks.ts";
import { findFollowUpMark, followUpId } from "./extensions/follow-up-mark.ts";
import { type PlacedNode, partAt } from "./parts.ts";

/** A run of text with a follow-up mark: its place in the document and whose it is. */
export type MarkedRun = { from: number; to: number; id: string; state: string };

/** The runs of a paragraph that one mark spans as one piece. */
export function markedRuns({ node, pos }: PlacedNode): MarkedRun[] {
  const runs: MarkedRun[] = [];
  node.forEach((child, offset) => {
    const mark = findFollowUpMark(child);
    if (mark === null) return;
    const from = pos + 1 + offset;
    const run = { from, to: from + child.nodeSize, id: followUpId(mark), state: String(mark.attrs["state"]) };
    const last = runs.at(-1);
    if (last !== undefined && last.to === from && last.id === run.id && last.state === run.state) last.to = run.to;
    else runs.push(run);
  });
  return runs;
}

/**
 * Marks the follow-ups that a paragraph now has: all of them, or while one still writes in it (`done` false) those of finished
 * sentences. One that grew past its mark is marked to its end; one that was turned off stays so.
 */
export function markSentences(tr: Transaction, block: PlacedNode, people: readonly KnownName[], done: boolean): void {
  const type = tr.doc.type.schema.marks["followUp"];
  const text = blockText(block.node);
  if (type === undefined || text.length < 5) return;
  const runs = markedRuns(block);
  for (const found of findFollowUps(text, people)) {
    const [from, to] = [block.pos + 1 + found.from, block.pos + 1 + found.to];
    const marked = runs.filter((run) => run.from < to && from < run.to);
    const grown = marked.length === 1 && marked[0]?.from === from && marked[0].to < to;
    if ((marked.length > 0 && !grown) || !(done || isFinished(text.slice(found.from, found.to)))) continue;
    tr.addMark(from, to, type.create({ id: marked[0]?.id ?? crypto.randomUUID(), state: marked[0]?.state ?? "marked" }));
  }
}

/** True when another sentence could begin after it: not so after "evt." or "kl. 9." */
function isFinished(sentence: string): boolean {
  return sentencesOf(`${sentence} X`).length > 1;
}

/** A copy of a follow-up is another one, with an id of its own; one that was cut out keeps its id. */
export function asCopies(slice: Slice, doc: Node): Slice {
  const standing = new Set<string>();
  doc.descendants((node) => {
    const mark = findFollowUpMark(node);
    if (mark !== null) standing.add(followUpId(mark));
  });
  let json = JSON.stringify(slice.toJSON());
  const copied = [...standing].filter((id) => id !== "" && json.includes(id));
  for (const id of copied) json = json.replaceAll(id, crypto.randomUUID());
  return copied.length === 0 ? slice : Slice.fromJSON(doc.type.schema, JSON.parse(json));
}

/** A paragraph that follow-ups are recognised in: those of the decision. Elsewhere they are marked by hand. */
export function isInDecision(doc: Node, pos: number): boolean {
  const part = partAt(doc.resolve(pos))?.part;
  return part?.node.type.name === "decision";
}

/** Marks text of a selection, or takes its marks off: a recognised sentence is then dismissed, so that it stays off. */
export function toggleFollowUp(tr: Transaction, people: readonly KnownName[]): boolean {
  const { $from, $to, empty } = tr.selection;
  if (!holdsMarks(tr.doc.type.schema, $from.parent) || partAt($from)?.part.pos !== partAt($to)?.part.pos) return false;
  const blocks = blocksBetween(tr.doc, $from.pos, $to.pos);
  const touched = blocks.flatMap(markedRuns).filter((run) => run.from <= $to.pos && run.to >= $from.pos);
  const on = touched.filter((run) => run.state === "marked");
  if (on.length > 0) for (const run of on) turnOff(tr, run, people);
  else if (touched.length > 0 && empty) for (const run of touched) setMark(tr, run.from, run.to, run.id, "marked");
  else turnOn(tr, blocks, people, touched[0]?.id ?? crypto.randomUUID());
  return tr.docChanged;
}

function turnOff(tr: Transaction, run: MarkedRun, people: readonly KnownName[]): void {
  const $from = tr.doc.resolve(run.from);
  const recognised = findFollowUps(blockText($from.parent), people).some(
    ({ from, to }) => $from.start() + from < run.to && run.from < $from.start() + to,
  );
  if (recognised && isInDecision(tr.doc, run.from)) setMark(tr, run.from, run.to, run.id, "dismissed");
  else tr.removeMark(run.from, run.to, tr.doc.type.schema.marks["followUp"]);
}

function turnOn(tr: Transaction, blocks: readonly PlacedNode[], people: readonly KnownName[], id: string): void {
  const { from, to, empty } = tr.selection;
  for (const block of blocks) {
    const start = block.pos + 1;
    const text = blockText(block.node);
    const range = empty
      ? sentenceAt(text, from - start, people)
      : trimmed(text, Math.max(0, from - start), Math.min(text.length, to - start));
    if (range !== null) setMark(tr, start + range.from, start + range.to, id, "marked");
  }
}

function setMark(tr: Transaction, from: number, to: number, id: string, state: "marked" | "dismissed"): void {
  const type = tr.doc.type.schema.marks["followUp"];
  if (type !== undefined) tr.addMark(from, to, type.create({ id, state }));
}

type Range = { from: number; to: number };

function sentenceAt(text: string, offset: number, people: readonly KnownName[]): Range | null {
  const touches = ({ from, to }: Range): boolean => from <= offset && offset <= to;
  const sentence = sentencesOf(text).find(touches) ?? sentencesOf(text.slice(0, offset)).at(-1);
  if (sentence === undefined) return null;
  const recognised = findFollowUps(text, people).find(({ from, to }) => from < sentence.to && sentence.from < to);
  const lead = /^(?:at\s+)?\d{1,3}[.)]\s+/.exec(sentence.text)?.[0].length ?? 0;
  return recognised ?? { from: sentence.from + lead, to: sentence.to };
}

function trimmed(text: string, from: number, to: number): Range | null {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const end = from + words.trimEnd().length;
  return start < end ? { from: start, to: end } : null;
}

function blocksBetween(doc: Node, from: number, to: number): PlacedNode[] {
  const blocks: PlacedNode[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock) blocks.push({ node, pos });
    return !node.isTextblock;
  });
  return blocks;
}

function holdsMarks(schema: Schema, block: Node): boolean {
  const type = schema.marks["followUp"];
  return type !== undefined && block.type.allowsMarkType(type);
}
