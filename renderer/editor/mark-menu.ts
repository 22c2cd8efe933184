import type { PlacedMark } from "./text-mark.ts";
import { editorTexts } from "./texts.ts";

const words = editorTexts.marks;

/** What the menu of a mark can do; `suggest` may take its time. */
export type MarkActions = { suggest(): Promise<readonly string[]>; write(text: string): void; add(): void };

/** Most suggestions that are of use; the dictionary's later ones are guesses. */
const mostSuggestions = 7;

/** Why a place is marked, and what can be written instead, walked with the arrows; Enter or a click does it. */
export function markMenu(mark: PlacedMark, actions: MarkActions): HTMLElement {
  const menu = document.createElement("div");
  menu.className = "mark-menu";
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", mark.message);
  const why = document.createElement("p");
  why.className = "mark-why";
  why.textContent = mark.message;
  const list = document.createElement("div");
  list.setAttribute("role", "none");
  menu.append(why, list);
  const fill = (suggestions: readonly string[]): void => {
    const had = menu.contains(document.activeElement);
    const entries = suggestions.slice(0, mostSuggestions).map((text) => entry(text, "mark-word", () => actions.write(text)));
    if (mark.word !== undefined) entries.push(entry(words.add, "mark-add", actions.add));
    list.replaceChildren(...entries);
    if (had) (entries[0] ?? menu).focus();
  };
  menu.tabIndex = -1;
  menu.addEventListener("keydown", walk);
  fill(mark.suggestion === undefined ? [] : [mark.suggestion]);
  if (mark.word !== undefined) void suggestLater(list, actions, fill);
  return menu;
}

async function suggestLater(list: HTMLElement, actions: MarkActions, fill: (suggestions: readonly string[]) => void): Promise<void> {
  const waiting = document.createElement("p");
  waiting.className = "mark-why";
  waiting.textContent = words.looking;
  list.prepend(waiting);
  fill(await actions.suggest().catch(() => []));
}

function entry(text: string, className: string, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `mark-entry ${className}`;
  button.setAttribute("role", "menuitem");
  button.tabIndex = -1;
  button.textContent = text;
  button.addEventListener("click", act);
  return button;
}

function walk(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const entries = [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = entries.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at <= 0 ? entries.length - 1 : at - 1, Home: 0, End: entries.length - 1 }[event.key];
  if (event.key === "Tab") event.preventDefault();
  if (to === undefined) return;
  event.preventDefault();
  entries[to % entries.length]?.focus();
}
