import type { Clipboard, ClipboardItem as ElectronItem } from "electron";
import { BrowserWindow } from "./browser-window.ts";
import { guard, notImplemented, type Part } from "./unimplemented.ts";

class TextItem {
  readonly #texts: Record<string, unknown>;
  constructor(texts: Record<string, unknown>) {
    this.#texts = texts;
  }
  get types(): string[] {
    return Object.keys(this.#texts);
  }
  getType = async (type: string): Promise<Blob> => {
    const text = this.#texts[type];
    if (typeof text !== "string") throw notImplemented(`ClipboardItem of ${type} that is no text`);
    return new Blob([text], { type });
  };
}

export const ClipboardItem = TextItem as unknown as typeof ElectronItem;

/** The browser's own clipboard, written as a page does when a person copies; nothing is sifted out of the HTML. */
export const clipboard: Clipboard = guard<Clipboard>("clipboard", {
  write: async (items) => {
    const window = BrowserWindow.getAllWindows()[0];
    const [item, another] = items;
    if (window === undefined || item === undefined || another !== undefined) throw new Error("one item, and a window to copy it in");
    const texts = await Promise.all(item.types.map(async (type) => [type, await ((await item.getType<string>(type)) as Blob).text()]));
    await window.webContents.executeJavaScript(`(${copy})(${JSON.stringify(texts)})`);
  },
} as Part<Clipboard>);

/** Runs in the page, sent as text. */
function copy(texts: [string, string][]): void {
  const write = (event: ClipboardEvent): void => {
    for (const [type, text] of texts) event.clipboardData?.setData(type, text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const allow = (event: Event): void => event.preventDefault();
  document.addEventListener("beforecopy", allow, { capture: true, once: true });
  document.addEventListener("copy", write, { capture: true, once: true });
  if (!document.execCommand("copy")) throw new Error("the page may not copy");
}
