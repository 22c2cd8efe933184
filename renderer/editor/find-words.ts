import type { Node } from "@tiptap/pm/model";

/** Words in the document, by their positions in it. */
export type FoundWords = { from: number; to: number };

/** Every place where words stand in a line of the text, whatever their capitals, in the order of the text. */
export function findWords(doc: Node, words: string): FoundWords[] {
  const wanted = folded(words);
  if (wanted.trim() === "") return [];
  const found: FoundWords[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const line = folded(node.textBetween(0, node.content.size, undefined, "\n"));
    for (let at = line.indexOf(wanted); at !== -1; at = line.indexOf(wanted, at + wanted.length))
      found.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length });
    return false;
  });
  return found;
}

/** Which of the places is looked at: from a position on (0), after it (1) or before it (-1), round again at either end; -1 for none. */
export function placeFrom(found: readonly FoundWords[], position: number, step: 0 | 1 | -1): number {
  if (found.length === 0) return -1;
  const at =
    step === -1
      ? found.findLastIndex(({ from }) => from < position)
      : found.findIndex(({ from }) => (step === 0 ? from >= position : from > position));
  return at === -1 ? (step === -1 ? found.length - 1 : 0) : at;
}

/** The same letters at the same places: a letter whose small form is longer stays as it is. */
function folded(text: string): string {
  const small = text.replaceAll("\u00a0", " ").toLocaleLowerCase("da");
  return small.length === text.length ? small : text;
}
