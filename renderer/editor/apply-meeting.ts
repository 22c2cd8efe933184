import type { Node, Schema } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { type ItemView, itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { partChange } from "./collect.ts";
import { asStructureChange } from "./extensions/structure-guard.ts";
import { itemDoc } from "./meeting-doc.ts";
import { factsOf, fieldOf, findItem, findPart, itemIdOf, type PlacedNode, partAt, partsOf } from "./parts.ts";
import { stayingItems } from "./staying-items.ts";

/**
 * Brings the document to the meeting's punkter, order, facts and text. Parts that already say the same are left alone, so that
 * their undo steps and the caret stay; so is the part being written in (`writing`). Null when there is nothing to do.
 */
export function reconcile(state: EditorState, meeting: MeetingView, writing: boolean): Transaction | null {
  const tr = state.tr;
  const caret = caretPlace(state);
  const items = itemsOf(meeting);
  const { taken, moved } = takeOut(tr, items, caret?.itemId ?? null);
  putIn(tr, items, taken);
  for (const item of items) updateItem(tr, item, writing ? caret : null);
  if (!tr.docChanged) return null;
  if (caret !== null && moved.has(caret.itemId)) restoreCaret(tr, caret);
  return asStructureChange(tr);
}

type Caret = { itemId: string; field: string; anchor: number; head: number };

function caretPlace({ selection }: EditorState): Caret | null {
  const place = partAt(selection.$head);
  if (place === null) return null;
  const { item, part } = place;
  return { itemId: itemIdOf(item.node), field: fieldOf(part.node), anchor: selection.anchor - item.pos, head: selection.head - item.pos };
}

function restoreCaret(tr: Transaction, caret: Caret): void {
  const item = findItem(tr.doc, caret.itemId);
  if (item === null) return;
  const [anchor, head] = [caret.anchor, caret.head].map((offset) => tr.doc.resolve(Math.min(item.pos + offset, tr.doc.content.size)));
  if (anchor !== undefined && head !== undefined) tr.setSelection(TextSelection.between(anchor, head));
}

/** Takes out the punkter that are gone or must move, and gives back the nodes of those that move. */
function takeOut(tr: Transaction, items: ItemView[], caretItemId: string | null): { taken: Map<string, Node>; moved: Set<string> } {
  const wanted = items.map((item) => item.id);
  const present = tr.doc.children.map(itemIdOf);
  const staying = stayingItems(present, wanted, caretItemId);
  const taken = new Map<string, Node>();
  const leaving: PlacedNode[] = [];
  tr.doc.forEach((node, pos) => {
    if (staying.has(itemIdOf(node))) return;
    leaving.push({ node, pos });
    if (wanted.includes(itemIdOf(node))) taken.set(itemIdOf(node), node);
  });
  for (const { node, pos } of leaving.reverse()) tr.delete(pos, pos + node.nodeSize);
  return { taken, moved: new Set(taken.keys()) };
}

function putIn(tr: Transaction, items: ItemView[], taken: Map<string, Node>): void {
  let pos = 0;
  items.forEach((item, index) => {
    const there = tr.doc.maybeChild(index);
    if (there === null || itemIdOf(there) !== item.id) tr.insert(pos, taken.get(item.id) ?? nodeOf(tr.doc.type.schema, item));
    pos += tr.doc.child(index).nodeSize;
  });
}

function nodeOf(schema: Schema, item: ItemView): Node {
  return schema.nodeFromJSON(itemDoc(item));
}

function updateItem(tr: Transaction, item: ItemView, caret: Caret | null): void {
  const shown = findItem(tr.doc, item.id);
  if (shown === null) return;
  const wanted = nodeOf(tr.doc.type.schema, item);
  updatePublicDecision(tr, shown, wanted);
  if (!wanted.hasMarkup(shown.node.type, factsOf(shown.node))) tr.setNodeMarkup(shown.pos, null, wanted.attrs);
  const now = findItem(tr.doc, item.id);
  if (now === null) return;
  for (const part of partsOf(now).reverse()) {
    const written = caret?.itemId === item.id && caret.field === fieldOf(part.node);
    const to = findPart({ node: wanted, pos: 0 }, fieldOf(part.node));
    if (!written && to !== null) updateText(tr, item.id, part, to.node);
  }
}

function updatePublicDecision(tr: Transaction, shown: PlacedNode, wanted: Node): void {
  const there = findPart(shown, "publicDecision");
  const part = findPart({ node: wanted, pos: 0 }, "publicDecision");
  if (there !== null && part === null) tr.delete(there.pos, there.pos + there.node.nodeSize);
  if (there === null && part !== null) tr.insert(shown.pos + shown.node.nodeSize - 1, part.node);
}

// Compared as they would be stored: empty at-points and other details of writing are no difference.
function updateText(tr: Transaction, itemId: string, part: PlacedNode, wanted: Node): void {
  const stored = (node: Node) => JSON.stringify(partChange(itemId, node));
  if (stored(part.node) === stored(wanted)) return;
  tr.replaceWith(part.pos + 1, part.pos + part.node.nodeSize - 1, wanted.content);
}
