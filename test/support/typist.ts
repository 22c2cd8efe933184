import type { Page } from "playwright-core";
import { nextWordOf } from "../../shared/domain/completion.ts";
import { type Block, inlineText, type RichText } from "../../shared/domain/rich-text.ts";

/** The key that gets on with `wanted` when `ghost` stands in grey after the caret: Tab or → where all it puts in is wanted, else the character. */
export function nextKey(ghost: string, wanted: string): { key: string; writes: string } {
  if (ghost.length > 1 && wanted.startsWith(ghost)) return { key: "Tab", writes: ghost };
  const word = nextWordOf(ghost);
  if (word.length > 1 && wanted.startsWith(word)) return { key: "ArrowRight", writes: word };
  const character = [...wanted][0] ?? "";
  return { key: character, writes: character };
}

/** The quiet after a key before anything is offered, with a little to spare; in milliseconds. */
const quiet = 125;

/**
 * A referent's hands: knows the text still to be written, sees what the window shows in grey, and counts every press. A chord counts as
 * one press, as a capital does. The window's clock is the typist's own, so that 120 ms of quiet pass at once.
 */
export class Typist {
  readonly page: Page;
  readonly #names: readonly string[];
  presses = 0;

  /** `names` are the initials that are looked up with "@" instead of being spelled. */
  constructor(page: Page, names: readonly string[]) {
    this.page = page;
    this.#names = names;
  }

  async press(key: string): Promise<void> {
    this.presses += 1;
    // Letters that the driver's own keyboard lacks (æ, ø, å) come as text.
    if ([...key].length === 1) await this.page.keyboard.type(key);
    else await this.page.keyboard.press(key);
  }

  /** Types without looking up, as in a field that offers nothing. */
  async type(text: string): Promise<void> {
    for (const character of text) await this.press(character);
  }

  /** Writes a line in the meeting's text, taking what is offered where it is what is wanted. */
  async write(line: string): Promise<void> {
    for (let at = 0; at < line.length; ) {
      const name = at === 0 || line.charAt(at - 1) === " " ? this.#names.find((each) => line.startsWith(`${each} `, at)) : undefined;
      if (name !== undefined) {
        await this.#lookUp(name);
        at += name.length;
      } else {
        const { key, writes } = nextKey(await this.#offered(), line.slice(at));
        await this.press(key);
        at += writes.length;
      }
    }
  }

  /** "@" and as many letters as it takes until the wanted one is chosen in the list. */
  async #lookUp(name: string): Promise<void> {
    await this.press("@");
    const chosen = this.page.locator(`[role=option][aria-selected=true] .help-label`);
    for (let at = 0; (await chosen.textContent()) !== name; at += 1) await this.press(name.toLowerCase().charAt(at));
    await this.press("Enter");
  }

  /** `onLine` is told each paragraph once it is written, before the next key. */
  async writeRichText(text: RichText, onLine: (line: string) => Promise<void> = async () => {}): Promise<void> {
    for (const [index, block] of text.content.entries()) {
      if (index > 0) await this.press("Enter");
      await this.#writeBlock(block, onLine);
      // A second Enter on an empty list line leaves the list.
      if (block.type !== "paragraph" && index < text.content.length - 1) await this.press("Enter");
    }
  }

  async #writeBlock(block: Block, onLine: (line: string) => Promise<void>): Promise<void> {
    if (block.type === "paragraph") {
      const line = inlineText(block.content ?? []);
      await this.write(line);
      return onLine(line);
    }
    await this.type(block.type === "bulletList" ? "- " : "1. ");
    for (const [index, item] of block.content.entries()) {
      if (index > 0) await this.press("Enter");
      for (const inner of item.content) await this.#writeBlock(inner, onLine);
    }
  }

  /** What stands in grey once the surface has said that it has made up its mind (`data-ghost`); "" when nothing does. */
  async #offered(): Promise<string> {
    await this.page.clock.runFor(quiet);
    return this.page.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const text = document.querySelector<HTMLElement>("[data-ghost]");
          if (text === null) return reject(new Error("there is no writing surface"));
          const answer = () => {
            if (text.dataset["ghost"] === "waiting") return;
            changes.disconnect();
            resolve(text.querySelector(".ghost-text")?.textContent ?? "");
          };
          const changes = new MutationObserver(answer);
          changes.observe(text, { attributes: true, attributeFilter: ["data-ghost"] });
          answer();
        }),
    );
  }
}
