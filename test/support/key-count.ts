import { answerLines } from "../../shared/domain/at-answers.ts";
import { type Completer, type CompletionPlace, nextWordOf } from "../../shared/domain/completion.ts";
import { atPointAnswer } from "../../shared/domain/past-tense.ts";
import { type Block, inlineText, isBlank, type ListItem } from "../../shared/domain/rich-text.ts";
import type { SeedItem } from "./seed-decisions.ts";

/** Key presses to write a text, and the characters that the finished text holds (line breaks and bullets not counted). */
export type KeyCount = { presses: number; characters: number };
export type Step = { keys: string; text: string };

/**
 * A referent who writes the given decisions with the completer: takes a ghost whenever it is what they want and spares a key (Tab takes
 * all of it, → a word), Ctrl+Enter where the usual decision is the whole of it, Ctrl+↓ to the next punkt. One press a character, capitals too.
 */
export function countKeys(items: readonly SeedItem[], completer: Completer): KeyCount & { perItem: KeyCount[]; steps: Step[] } {
  const steps: Step[] = [];
  const perItem = items.map((item) => writeItem(item, completer, steps));
  const sum = (count: (each: KeyCount) => number): number => perItem.reduce((total, each) => total + count(each), 0);
  return { presses: sum((each) => each.presses), characters: sum((each) => each.characters), perItem, steps };
}

function writeItem(item: SeedItem, completer: Completer, steps: Step[]): KeyCount {
  const count = { presses: 1, characters: 0 };
  steps.push({ keys: "Ctrl+↓", text: "" });
  if (isBlank(item.decision)) return count;
  const lines = item.decision.content.map(blockText);
  if (lines.join("\n") === usualDecision(item)) {
    steps.push({ keys: "Ctrl+Enter", text: lines.join("\n") });
    return { presses: count.presses + 1, characters: lines.join("").length };
  }
  const writer = new Writer(item, completer, steps, count);
  item.decision.content.forEach((block, index) => {
    if (index > 0) writer.press("Enter");
    writer.writeBlock(block);
    if (block.type !== "paragraph" && index < item.decision.content.length - 1) writer.press("Enter");
  });
  return count;
}

function usualDecision({ recommendations }: SeedItem): string {
  return recommendations.length === 0 ? "Godkendt." : recommendations.map((text, index) => atPointAnswer(index + 1, text)).join("\n");
}

function blockText(block: Block): string {
  return block.type === "paragraph"
    ? inlineText(block.content ?? [])
    : block.content.map((item) => item.content.map(blockText).join("\n")).join("\n");
}

class Writer {
  readonly #item: SeedItem;
  readonly #completer: Completer;
  readonly #steps: Step[];
  readonly #count: KeyCount;
  readonly #lines: string[] = [];

  constructor(item: SeedItem, completer: Completer, steps: Step[], count: KeyCount) {
    this.#item = item;
    this.#completer = completer;
    this.#steps = steps;
    this.#count = count;
  }

  press(keys: string, presses = 1, text = ""): void {
    this.#count.presses += presses;
    this.#steps.push({ keys, text });
  }

  writeBlock(block: Block): void {
    if (block.type === "paragraph") {
      this.#writeLine(inlineText(block.content ?? []));
      return;
    }
    this.press(block.type === "bulletList" ? "- " : "1. ", block.type === "bulletList" ? 2 : 3);
    block.content.forEach((item: ListItem, index) => {
      if (index > 0) this.press("Enter");
      for (const inner of item.content) this.writeBlock(inner);
    });
  }

  #writeLine(line: string): void {
    const place: CompletionPlace = {
      recommendations: this.#item.recommendations,
      taken: answerLines(this.#lines).map(({ number }) => number),
    };
    for (let at = 0; at < line.length; ) at += this.#next(line, at, place);
    this.#count.characters += line.length;
    this.#lines.push(line);
    this.#completer.learn(line);
  }

  /** One character, or what the referent takes of the ghost; gives how far that went. */
  #next(line: string, at: number, place: CompletionPlace): number {
    const ghost = this.#completer.suggest(line.slice(0, at), place);
    const taken = ghost === null ? null : bestTake(ghost, line.slice(at));
    if (taken === null) {
      this.press(line.charAt(at), 1, line.charAt(at));
      return 1;
    }
    this.press(taken.keys, taken.presses, line.slice(at, at + taken.length));
    return taken.length;
  }
}

type Take = { keys: string; presses: number; length: number };

/** What to take of a ghost to get on with `wanted`; null when typing is no slower. */
function bestTake(ghost: string, wanted: string): Take | null {
  const takes: Take[] = [];
  let length = 0;
  for (let presses = 1; length < ghost.trimEnd().length; presses += 1) {
    const word = nextWordOf(ghost.slice(length));
    if (!wanted.startsWith(word, length)) break;
    length += word.length;
    takes.push({ keys: "→".repeat(presses), presses, length });
  }
  if (wanted.startsWith(ghost)) takes.push({ keys: "Tab", presses: 1, length: ghost.length });
  else if (length === ghost.trimEnd().length) takes.push({ keys: "Tab Backspace", presses: 2, length });
  const allButLast = ghost.trimEnd().replace(/\S+$/, "");
  if (allButLast !== "" && wanted.startsWith(allButLast)) takes.push({ keys: "Tab Ctrl+Backspace", presses: 2, length: allButLast.length });
  const gain = (take: Take): number => take.length - take.presses;
  const best = takes.reduce<Take | null>((found, take) => (found === null || gain(take) > gain(found) ? take : found), null);
  return best !== null && gain(best) > 0 ? best : null;
}
