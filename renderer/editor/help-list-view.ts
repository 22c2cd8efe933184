import type { EditorView } from "@tiptap/pm/view";
import { scrollingParent } from "./extensions/caret-band.ts";
import { type HelpList, openHelpList } from "./help-list-state.ts";
import { editorTexts } from "./texts.ts";

const listId = "help-list";

/** What the surface tells a screen reader while the list is open: the focus stays in the text. */
export function helpAttributes(list: HelpList | null): Record<string, string> {
  if (list === null) return {};
  return { "aria-controls": listId, "aria-haspopup": "listbox", "aria-activedescendant": optionId(list.index) };
}

function optionId(index: number): string {
  return `${listId}-${index}`;
}

/** The list at the cursor, beside the text in the page and never in it. It takes no focus; a click chooses. */
export class HelpListView {
  readonly #view: EditorView;
  readonly #choose: (index: number) => void;
  #box: HTMLElement | null = null;
  #shown: HelpList | null = null;

  constructor(view: EditorView, choose: (index: number) => void) {
    this.#view = view;
    this.#choose = choose;
  }

  update(view: EditorView): void {
    const list = openHelpList(view.state);
    if (list === this.#shown) return;
    if (list?.matches !== this.#shown?.matches) this.#draw(list);
    this.#shown = list;
    if (list !== null) this.#mark(list.index);
  }

  destroy(): void {
    this.#box?.remove();
  }

  #draw(list: HelpList | null): void {
    this.#box?.remove();
    this.#box = null;
    const host = this.#view.dom.parentElement;
    if (list === null || host === null) return;
    const box = document.createElement("div");
    box.className = "help-list";
    box.id = listId;
    box.setAttribute("role", "listbox");
    box.setAttribute("aria-label", list.sign === "/" ? editorTexts.phrases : editorTexts.names);
    box.append(...list.matches.map((match, index) => this.#option(match, index)));
    box.addEventListener("mousedown", (event) => event.preventDefault());
    host.append(box);
    this.#box = box;
    place(box, host, this.#view, list.at);
  }

  #option({ label, detail }: { label: string; detail: string }, index: number): HTMLElement {
    const option = document.createElement("div");
    option.className = "help-option";
    option.id = optionId(index);
    option.setAttribute("role", "option");
    option.append(line("help-label", label));
    if (detail !== "") option.append(line("help-detail", detail));
    option.addEventListener("click", () => this.#choose(index));
    return option;
  }

  #mark(index: number): void {
    const options = [...(this.#box?.children ?? [])];
    options.forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === index));
    });
    const chosen = options[index];
    if (chosen instanceof HTMLElement && this.#box !== null) keepInSight(this.#box, chosen);
  }
}

function line(className: string, text: string): HTMLElement {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = text;
  return span;
}

/** Only the list scrolls: the text stays where it is. */
function keepInSight(box: HTMLElement, option: HTMLElement): void {
  const below = option.offsetTop + option.offsetHeight - box.clientHeight;
  box.scrollTop = Math.min(Math.max(box.scrollTop, below), option.offsetTop);
}

/** Under the line of the sign, or over it where there is no room below. */
function place(box: HTMLElement, host: HTMLElement, view: EditorView, at: number): void {
  const sign = view.coordsAtPos(at);
  const frame = host.getBoundingClientRect();
  const column = scrollingParent(view.dom)?.getBoundingClientRect();
  const room = (column?.bottom ?? window.innerHeight) - sign.bottom;
  const isBelow = room >= box.offsetHeight + 8;
  box.style.left = `${Math.max(0, Math.min(sign.left, frame.right - box.offsetWidth - 12) - frame.left)}px`;
  box.style.top = `${(isBelow ? sign.bottom + 4 : sign.top - box.offsetHeight - 4) - frame.top}px`;
}
