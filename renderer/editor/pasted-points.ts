import type { Node, Slice } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { goesOnFrom, listEntry } from "./pasted-lines.ts";

/**
 * At-points that are pasted as a list into the indstilling: each becomes one of its own, its number taken off. Null when what is pasted
 * is no such list. The ids of the new ones are given by the structure's guard.
 */
export function pastePoints(tr: Transaction, slice: Slice): Transaction | null {
  const { $from, $to } = tr.selection;
  const point = $from.parent;
  const points = pointsIn(slice);
  if (point.type.name !== "recommendation" || !$from.sameParent($to) || points.length === 0) return null;
  const before = point.textContent.slice(0, $from.parentOffset).trim();
  const after = point.textContent.slice($to.parentOffset).trim();
  if (after !== "" || (points.length === 1 && before !== "")) return null;
  const own = before === "" ? points.slice(0, 1) : [];
  const rest = points.slice(own.length).map((text) => point.type.create(null, tr.doc.type.schema.text(text)));
  const end = $from.after();
  tr.insert(end, rest);
  if (own[0] !== undefined) tr.insertText(own[0], $from.start(), $from.end());
  const last = tr.mapping.map(end, 1) - 1;
  return tr.setSelection(TextSelection.near(tr.doc.resolve(last), -1)).scrollIntoView();
}

type PastedLine = { text: string; listed: boolean; signed: boolean };

/** The at-points of a slice: entries of a list, numbered lines, or lines that begin with "at". One alone is no list unless it has a sign. */
function pointsIn(slice: Slice): string[] {
  const lines = linesIn(slice);
  // "Det indstilles," stands before the list and is printed anyway.
  const isLed = /^det indstilles\b/i.test(lines[0]?.text ?? "") && lines[0]?.listed === false;
  const points = wholePoints(isLed ? lines.slice(1) : lines);
  const isList = points.length > 1 || isLed || points[0]?.signed === true;
  return isList && points.every(({ listed }) => listed) ? points.map(({ text }) => text) : [];
}

function linesIn(slice: Slice): PastedLine[] {
  const lines: PastedLine[] = [];
  const visit = (node: Node, inList: boolean): void => {
    if (!node.isTextblock) {
      node.forEach((child) => {
        visit(child, inList || node.type.name === "listItem");
      });
      return;
    }
    for (const line of node.textBetween(0, node.content.size, " ", "\n").split("\n")) {
      const entry = listEntry(line);
      const text = (entry?.text ?? line).replace(/\s+/g, " ").trim();
      const signed = inList || entry !== null;
      if (text !== "") lines.push({ text, listed: signed || /^at\s/i.test(text), signed });
    }
  };
  slice.content.forEach((node) => {
    visit(node, false);
  });
  return lines;
}

/** A page of a PDF breaks a long at-point over several lines, at times with an empty one between. */
function wholePoints(lines: readonly PastedLine[]): PastedLine[] {
  const whole: PastedLine[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    if (before !== undefined && !line.listed && goesOnFrom(before.text, line.text))
      whole[whole.length - 1] = { ...before, text: `${before.text} ${line.text}` };
    else whole.push(line);
  }
  return whole;
}
