import type { Inline, Mark, TextRun } from "./rich-text.ts";

/** A piece of a paragraph: text as it is meant, a run of one to three stars, or the ends of a link that is known to be whole. */
type Token =
  | { kind: "text"; text: string; escaped: boolean }
  | { kind: "stars"; count: number }
  | { kind: "break" }
  | { kind: "link-start"; href: string | null }
  | { kind: "link-end" };

const plainRun = /[^\\*[\]\n]+/y;
const escapable = /[!-/:-@[-`{-~ \t]/;
const linkTarget = /^(https?:\/\/|mailto:)\S+$/i;
const longestLink = 2_081;

/**
 * The inline nodes of one paragraph, its lines joined by line feeds; a line that is a lone backslash is empty. Whatever does
 * not make a mark is literal. Linear in the length of the text.
 */
export function parseInline(source: string): Inline[] {
  return applyStars(tokenize(source));
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let open: { token: number; texts: number } | null = null;
  let texts = 0;
  const text = (value: string, escaped = false): void => {
    tokens.push({ kind: "text", text: value, escaped });
    texts += 1;
  };
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === "\\") {
      const next = source.charAt(at + 1);
      const emptyLine = (next === "\n" || next === "") && (at === 0 || source.charAt(at - 1) === "\n");
      if (escapable.test(next)) text(next, true);
      else if (!emptyLine) text("\\");
      at += escapable.test(next) ? 2 : 1;
    } else if (char === "\n") {
      tokens.push({ kind: "break" });
      at += 1;
    } else if (char === "*") {
      let end = at;
      while (source.charAt(end) === "*") end += 1;
      if (end - at <= 3) tokens.push({ kind: "stars", count: end - at });
      else text(source.slice(at, end));
      at = end;
    } else if (char === "[") {
      open = { token: tokens.length, texts };
      tokens.push({ kind: "link-start", href: null });
      at += 1;
    } else if (char === "]") {
      const target = open !== null && texts > open.texts && source.charAt(at + 1) === "(" ? readTarget(source, at + 2) : null;
      if (target !== null && open !== null) {
        tokens[open.token] = { kind: "link-start", href: target.href };
        tokens.push({ kind: "link-end" });
      } else text("]");
      at = target?.end ?? at + 1;
      open = null;
    } else {
      plainRun.lastIndex = at;
      const run = plainRun.exec(source)?.[0] ?? char;
      text(run);
      at += run.length;
    }
  }
  return tokens;
}

/** The target after "](", up to its ")"; an unescaped "[" ends the search, so that no text is looked at twice. */
function readTarget(source: string, start: number): { href: string; end: number } | null {
  let href = "";
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    let char = source.charAt(at);
    if (/\s/.test(char) || char === "[") return null;
    if (char === ")" && depth === 0) {
      return href.length <= longestLink && linkTarget.test(href) ? { href, end: at + 1 } : null;
    }
    if (char === "\\" && escapable.test(source.charAt(at + 1)) && !/\s/.test(source.charAt(at + 1))) {
      at += 1;
      char = source.charAt(at);
    } else if (char === "(") depth += 1;
    else if (char === ")") depth -= 1;
    href += char;
  }
  return null;
}

/** Stars count as bits: one is italic, two are bold, three are both. */
const bits = { italic: 1, bold: 2 } as const;
type Toggle = { opens: number; closes: number };

/** Pairs stars: an opener is followed by no space, a closer follows no space, and some text lies between them. */
function matchStars(tokens: readonly Token[]): (Toggle | undefined)[] {
  const toggles: (Toggle | undefined)[] = new Array(tokens.length);
  const toggle = (at: number): Toggle => {
    toggles[at] ??= { opens: 0, closes: 0 };
    return toggles[at];
  };
  const pending: Record<number, { at: number; texts: number } | null> = { 1: null, 2: null };
  let texts = 0;
  tokens.forEach((token, at) => {
    if (token.kind === "text") texts += 1;
    if (token.kind !== "stars") return;
    for (const bit of [bits.bold, bits.italic]) {
      if ((token.count & bit) === 0) continue;
      const opener = pending[bit];
      if (opener && texts > opener.texts && isTight(tokens[at - 1], /[ \t]$/)) {
        toggle(opener.at).opens |= bit;
        toggle(at).closes |= bit;
        pending[bit] = null;
      } else if (isTight(tokens[at + 1], /^[ \t]/)) pending[bit] = { at, texts };
    }
  });
  return toggles;
}

/** True when what stands beside the stars is not white space on the side towards them. */
function isTight(token: Token | undefined, space: RegExp): boolean {
  if (token === undefined || token.kind === "break") return false;
  return token.kind !== "text" || token.escaped || !space.test(token.text);
}

function applyStars(tokens: readonly Token[]): Inline[] {
  const toggles = matchStars(tokens);
  const nodes: Inline[] = [];
  let on = 0;
  let href: string | null = null;
  let run: TextRun | null = null;
  const push = (text: string): void => {
    if (run !== null) run.text += text;
    else if (text !== "") {
      run = { type: "text", text, marks: marksOf(on, href) };
      nodes.push(run);
    }
  };
  const change = (nextOn: number, nextHref: string | null): void => {
    if (nextOn !== on || nextHref !== href) run = null;
    on = nextOn;
    href = nextHref;
  };
  tokens.forEach((token, at) => {
    if (token.kind === "text") push(token.text);
    else if (token.kind === "break") {
      nodes.push({ type: "hardBreak" });
      run = null;
    } else if (token.kind === "link-end") change(on, null);
    else if (token.kind === "link-start") {
      if (token.href === null) push("[");
      else change(on, token.href);
    } else {
      const { opens = 0, closes = 0 } = toggles[at] ?? {};
      change(on & ~closes, href);
      push("*".repeat(token.count - opens - closes));
      change(on | opens, href);
    }
  });
  return nodes;
}

function marksOf(on: number, href: string | null): Mark[] {
  return [
    ...((on & bits.bold) === 0 ? [] : [{ type: "bold" } as const]),
    ...((on & bits.italic) === 0 ? [] : [{ type: "italic" } as const]),
    ...(href === null ? [] : [{ type: "link", attrs: { href } } as const]),
  ];
}
