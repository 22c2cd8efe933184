import type { Page } from "playwright-core";

/** What the page told before it ended. Lengths are characters of each punkt's decision, in the order of the window; times epoch ms. */
export type Seen = {
  /** Each change of the text, as it was made. */
  typed: { at: number; lengths: number[] }[];
  /** Each frame that showed "Gemt …" over a text it had not been shown over before. */
  saved: { at: number; lengths: number[] }[];
};

type Doc = { children: { children: { type: { name: string }; content: { size: number }; textBetween(...args: unknown[]): string }[] }[] };
type Surface = HTMLElement & { editor: { state: { doc: Doc }; on(event: "update", listener: () => void): void } };
type Told = { kind: keyof Seen; at: number; lengths: number[] };

/** The text of each decision, from the editor's own document: the page also shows words that nobody wrote. */
function readDecisions(): string[] {
  const { doc } = (document.querySelector(".ProseMirror") as Surface).editor.state;
  return doc.children.map((item) => {
    const decision = item.children.find(({ type }) => type.name === "decision");
    return decision?.textBetween(0, decision.content.size, "\n", "\n") ?? "";
  });
}

export function shownDecisions(page: Page): Promise<string[]> {
  return page.evaluate(readDecisions);
}

/** Notes what is typed and what is shown as saved, and sends it out at once: the page may be killed at any moment. */
export async function watch(page: Page): Promise<Seen> {
  const seen: Seen = { typed: [], saved: [] };
  await page.exposeBinding("tellSoak", (_source, { kind, at, lengths }: Told) => seen[kind].push({ at, lengths }));
  await page.evaluate((source) => {
    const read = new Function(`return (${source})()`) as () => string[];
    const tell = (window as unknown as { tellSoak(told: Told): void }).tellSoak;
    const lengths = (): number[] => read().map((text) => text.length);
    let changed = true;
    (document.querySelector(".ProseMirror") as Surface).editor.on("update", () => {
      changed = true;
      tell({ kind: "typed", at: Date.now(), lengths: lengths() });
    });
    const look = (): void => {
      const status = document.querySelector(".save-status")?.textContent ?? "";
      if (changed && status.startsWith("Gemt")) {
        changed = false;
        tell({ kind: "saved", at: Date.now(), lengths: lengths() });
      }
      requestAnimationFrame(look);
    };
    look();
  }, String(readDecisions));
  return seen;
}
