import type { PrintItem, ReferatDocument } from "../document.ts";
import { lettersOf } from "../letters.ts";
import { piecesOf } from "../print-pieces.ts";
import { pagePolicy } from "./page.ts";
import type { ReadHtml } from "./read.ts";

/**
 * Where the file says something else than the document it was made from, in the referent's words, or null when it does not: every
 * heading and its level, and all the words of each punkt in their order.
 */
export function findHtmlDifference(document: ReferatDocument, read: ReadHtml): string | null {
  if (read.policy !== pagePolicy) return "filens egne regler";
  const wanted = headingsOf(document);
  const wrong = wanted.findIndex(
    ({ level, text }, i) => read.headings[i]?.level !== level || lettersOf(read.headings[i]?.text ?? "") !== lettersOf(text),
  );
  if (wrong !== -1) return `overskriften "${wanted[wrong]?.text}"`;
  if (read.headings.length !== wanted.length) return "overskrifternes antal";
  return findMissing(document, lettersOf(read.lines.join("\n")));
}

function headingsOf({ form, title, categories }: ReferatDocument): ReadHtml["headings"] {
  const contents = form === "collected" && categories.length > 0 ? [{ level: 2, text: "Indhold" }] : [];
  const rest = categories.flatMap(({ heading, items }) => {
    const level = heading === "" ? 2 : 3;
    const own = items.flatMap((item) => [
      { level, text: item.heading },
      ...(item.decision === null ? [] : [{ level: level + 1, text: item.decision.heading }]),
    ]);
    return heading === "" ? own : [{ level: 2, text: heading }, ...own];
  });
  return [{ level: 1, text: title }, ...contents, ...rest];
}

function findMissing(document: ReferatDocument, text: string): string | null {
  const facts = document.facts.flatMap(({ label, lines }) => [label, ...lines]);
  const parts = [
    { place: "Mødets oplysninger", words: [document.title, ...facts] },
    ...document.categories.flatMap(({ items }) => items).map((item) => ({ place: item.place, words: wordsOf(item) })),
  ];
  let at = 0;
  for (const { place, words } of parts) {
    for (const wanted of words.map(lettersOf)) {
      const found = text.indexOf(wanted, at);
      if (found === -1) return place;
      at = found + wanted.length;
    }
  }
  return null;
}

/** Everything that is printed of a punkt, piece by piece in its order. */
function wordsOf({ heading, mark, agendaText, recommendations, decision, attachments }: PrintItem): string[] {
  return [
    ...[heading, mark],
    ...agendaText.flatMap(piecesOf),
    ...recommendations.map(({ text }) => text),
    ...(decision === null ? [] : [decision.heading, ...decision.blocks.flatMap(piecesOf)]),
    ...attachments.map(({ stamp }) => stamp),
  ];
}
