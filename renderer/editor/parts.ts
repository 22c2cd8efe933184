import type { Node, ResolvedPos } from "@tiptap/pm/model";
import type { ItemView } from "../../shared/domain/meeting.ts";

/** The fields of a punkt that are written in the editor, in the order they stand. */
export type PartField = "title" | "agendaText" | "recommendations" | "decision" | "publicDecision";

/** A field of a punkt whose text is newer than what was last collected. */
export type DirtyPart = { itemId: string; field: PartField };

const partNodes: Record<PartField, string> = {
  title: "itemTitle",
  agendaText: "agendaText",
  recommendations: "recommendations",
  decision: "decision",
  publicDecision: "publicDecision",
};

const fields = new Map(Object.entries(partNodes).map(([field, name]) => [name, field as PartField]));

/** What a punkt shows besides its text; kept as attributes of its node. */
export type ItemFacts = Pick<ItemView, "id" | "number" | "minutes" | "closed"> & { attachments: number };

export function factsOf(item: Node): ItemFacts {
  return item.attrs as ItemFacts;
}

export function itemIdOf(item: Node): string {
  return factsOf(item).id;
}

/** The field that a part of a punkt holds; throws for any other node. */
export function fieldOf(part: Node): PartField {
  const found = fields.get(part.type.name);
  if (found === undefined) throw new Error(`not a part of a punkt: ${part.type.name}`);
  return found;
}

/** A part with the position before it. */
export type PlacedNode = { node: Node; pos: number };

export function findItem(doc: Node, itemId: string): PlacedNode | null {
  let found: PlacedNode | null = null;
  doc.forEach((node, pos) => {
    if (itemIdOf(node) === itemId) found = { node, pos };
  });
  return found;
}

/** All parts of a punkt; publicDecision only while the punkt is closed. */
export function partsOf(item: PlacedNode): PlacedNode[] {
  const parts: PlacedNode[] = [];
  item.node.forEach((node, offset) => {
    parts.push({ node, pos: item.pos + 1 + offset });
  });
  return parts;
}

export function findPart(item: PlacedNode, field: PartField): PlacedNode | null {
  let pos = item.pos + 1;
  for (let index = 0; index < item.node.childCount; index++) {
    const node = item.node.child(index);
    if (node.type.name === partNodes[field]) return { node, pos };
    pos += node.nodeSize;
  }
  return null;
}

/** The node that a way through the children leads to; null where it ends before. */
export function descend({ node, pos }: PlacedNode, path: readonly number[]): PlacedNode | null {
  let here: PlacedNode = { node, pos };
  for (const index of path) {
    const child = here.node.maybeChild(index);
    if (child === null) return null;
    let at = here.pos + 1;
    for (let before = 0; before < index; before++) at += here.node.child(before).nodeSize;
    here = { node: child, pos: at };
  }
  return here;
}

/** The punkt and the part a position lies in, or null at the seams between them. */
export function partAt($pos: ResolvedPos): { item: PlacedNode; part: PlacedNode } | null {
  if ($pos.depth < 2) return null;
  return { item: { node: $pos.node(1), pos: $pos.before(1) }, part: { node: $pos.node(2), pos: $pos.before(2) } };
}

/** True where text stands on one line without formatting: in the title, or in an at-point. */
export function isInLine($pos: ResolvedPos): boolean {
  return $pos.parent.type.name === "itemTitle" || $pos.parent.type.name === "recommendation";
}

/** True when a part has no words; the old system's lone "." counts as none. Source: domain.md, dagsordentekst. */
export function isBlankPart(part: Node): boolean {
  if (holdsWord(part)) return false;
  const words = part.textContent.trim();
  return words === "" || words === ".";
}

/** Two characters side by side are words; in a long text the first paragraph tells. */
function holdsWord(node: Node): boolean {
  if (node.isText) return /\S\S/.test(node.text ?? "");
  for (let index = 0; index < node.childCount; index++) if (holdsWord(node.child(index))) return true;
  return false;
}
