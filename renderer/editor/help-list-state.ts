import { type EditorState, PluginKey, type Transaction } from "@tiptap/pm/state";
import { positionedText } from "./fill-in.ts";
import type { HelpMatch } from "./help-matches.ts";

/** "/" opens phrases, "@" people and units. */
export type HelpSign = "/" | "@";

/** The list that is open at the cursor: where its sign stands, what fits what is typed after it, and which of them is chosen. */
export type HelpList = { sign: HelpSign; at: number; query: string; matches: readonly HelpMatch[]; index: number };

type HelpMeta = { open: { sign: HelpSign; at: number } } | { close: true } | { index: number };

export const helpListKey = new PluginKey<HelpList | null>("helpList");

export type FindMatches = (sign: HelpSign, query: string) => HelpMatch[];

export function openHelpList(state: EditorState): HelpList | null {
  return helpListKey.getState(state) ?? null;
}

export function withHelp(tr: Transaction, meta: HelpMeta): Transaction {
  return tr.setMeta(helpListKey, meta);
}

/** At the start of a line or after a space, so that neither "og/eller" nor "1/3" opens anything; phrases only in running text. */
export function opensHelp(state: EditorState, sign: string, at: number): sign is HelpSign {
  if (sign !== "/" && sign !== "@") return false;
  const { parent, parentOffset } = state.doc.resolve(at);
  if (!parent.isTextblock || (sign === "/" && parent.type.name !== "paragraph")) return false;
  const before = positionedText(parent).charAt(parentOffset - 1);
  return before === "" || /\s/.test(before);
}

/** Follows what is typed after the sign. Closes by itself when nothing fits, or the caret leaves. */
export function nextHelpList(tr: Transaction, before: HelpList | null, find: FindMatches): HelpList | null {
  const meta = tr.getMeta(helpListKey) as HelpMeta | undefined;
  if (meta !== undefined && "close" in meta) return null;
  if (meta !== undefined && "index" in meta) return before && { ...before, index: meta.index };
  if (meta === undefined && !tr.docChanged && !tr.selectionSet) return before;
  const open = meta?.open ?? (before && { sign: before.sign, at: tr.mapping.map(before.at, 1) });
  return open === null ? null : read(tr, open, before, find);
}

function read(tr: Transaction, { sign, at }: { sign: HelpSign; at: number }, before: HelpList | null, find: FindMatches): HelpList | null {
  const { $head, empty } = tr.selection;
  const start = at - $head.start();
  if (!empty || !$head.parent.isTextblock || start < 0 || $head.pos <= at) return null;
  const typed = positionedText($head.parent).slice(start, $head.parentOffset);
  const query = typed.slice(1);
  if (!typed.startsWith(sign) || /^\s|\n/.test(query)) return null;
  if (before !== null && before.query === query) return { ...before, at };
  const matches = find(sign, query);
  return matches.length === 0 ? null : { sign, at, query, matches, index: 0 };
}
