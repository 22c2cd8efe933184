import { Fragment, type Node, type Schema, Slice } from "@tiptap/pm/model";
import { listEntry, pastedLines } from "./pasted-lines.ts";

/** Plain text as paragraphs and lists. Numbers make a list only when they count on from one another: "10. marts" is a date. */
export function pastedText(text: string, schema: Schema): Slice {
  const lines = pastedLines(text);
  const blocks: Node[] = [];
  for (let at = 0; at < lines.length; ) {
    const entries = listFrom(lines, at);
    blocks.push(entries.length > 0 ? listOf(entries, schema) : paragraphOf(lines[at] ?? "", schema));
    at += Math.max(1, entries.length);
  }
  return Slice.maxOpen(Fragment.from(blocks));
}

type Entry = { text: string; number: number | null };

/** The entries of the list that begins at a line, none where none does. A list is at least two. */
function listFrom(lines: readonly string[], from: number): Entry[] {
  const entries: Entry[] = [];
  for (const line of lines.slice(from)) {
    const entry = listEntry(line);
    const last = entries.at(-1);
    if (entry === null || (last !== undefined && !follows(last, entry))) break;
    entries.push(entry);
  }
  return entries.length > 1 ? entries : [];
}

function follows(last: Entry, next: Entry): boolean {
  return last.number === null ? next.number === null : next.number === last.number + 1;
}

function listOf(entries: readonly Entry[], schema: Schema): Node {
  const first = entries[0]?.number ?? null;
  const items = entries.map(({ text }) => create(schema, "listItem", null, [paragraphOf(text, schema)]));
  return first === null ? create(schema, "bulletList", null, items) : create(schema, "orderedList", { start: first }, items);
}

function paragraphOf(text: string, schema: Schema): Node {
  return create(schema, "paragraph", null, text === "" ? [] : [schema.text(text)]);
}

function create(schema: Schema, name: string, attrs: { start: number } | null, content: Node[]): Node {
  const type = schema.nodes[name];
  if (type === undefined) throw new Error(`the text has no ${name}`);
  return type.create(attrs, content);
}
