import type { Block, Inline, RichText } from "./rich-text.ts";
import { plainText } from "./rich-text.ts";
import { type DiffPart, wordDiff } from "./word-diff.ts";

/** What a word may be printed as, besides what it says. */
export type Look = "bold" | "italic" | "link" | "follow-up" | "bullets" | "numbers";

/** Words that both texts have, printed otherwise in the newer: as what now, and as what before. A link in both leads elsewhere now. */
export type RestyledPart = { kind: "restyled"; text: string; now: Look[]; before: Look[] };

/** {@link wordDiff} of two formatted texts, with the words told that stayed but are printed otherwise. */
export function lookDiff(before: RichText, after: RichText): (DiffPart | RestyledPart)[] {
  const [old, now] = [looksOf(before), looksOf(after)];
  let [from, to] = [0, 0];
  return wordDiff(plainText(before), plainText(after)).flatMap((part) => {
    const length = part.text.length;
    const stretches = part.kind === "same" ? restyled(part.text, old.slice(from, from + length), now.slice(to, to + length)) : [part];
    if (part.kind !== "added") from += length;
    if (part.kind !== "removed") to += length;
    return stretches;
  });
}

/** Every look of a character in one word, "bold link:https://…", so that two can be compared; of each UTF-16 unit of the plain text. */
function looksOf(text: RichText): string[] {
  const lines: string[][] = [];
  const visit = (blocks: readonly Block[], around: readonly string[]): void => {
    for (const block of blocks) {
      if (block.type === "paragraph") lines.push((block.content ?? []).flatMap((inline) => looksOfInline(inline, around)));
      else for (const entry of block.content) visit(entry.content, [...around, block.type === "bulletList" ? "bullets" : "numbers"]);
    }
  };
  visit(text.content, []);
  return lines.flatMap((line, index) => (index === 0 ? line : ["", ...line]));
}

function looksOfInline(inline: Inline, around: readonly string[]): string[] {
  if (inline.type === "hardBreak") return [""];
  const marks = (inline.marks ?? []).flatMap((mark) => {
    if (mark.type === "link") return [`link:${mark.attrs.href}`];
    if (mark.type === "followUp") return mark.attrs.state === "marked" ? ["follow-up"] : [];
    return [mark.type];
  });
  const looks = [...around, ...marks.sort()].join(" ");
  return Array.from({ length: inline.text.length }, () => looks);
}

/** White space goes with what stands before it: nobody sees how it is printed. */
function restyled(text: string, old: readonly string[], now: readonly string[]): (DiffPart | RestyledPart)[] {
  const parts: (DiffPart | RestyledPart)[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end += 1) {
    const goesOn = end < text.length && (/\s/.test(text[end] ?? "") || (old[end] === old[start] && now[end] === now[start]));
    if (goesOn) continue;
    parts.push(stretch(text.slice(start, end), old[start] ?? "", now[start] ?? ""));
    start = end;
  }
  return parts;
}

function stretch(text: string, old: string, now: string): DiffPart | RestyledPart {
  if (old === now || text.trim() === "") return { kind: "same", text };
  const [before, after] = [old.split(" "), now.split(" ")];
  const names = (looks: readonly string[], others: readonly string[]): Look[] =>
    looks.filter((look) => look !== "" && !others.includes(look)).map((look) => look.replace(/:.*/, "") as Look);
  return { kind: "restyled", text, now: names(after, before), before: names(before, after) };
}
