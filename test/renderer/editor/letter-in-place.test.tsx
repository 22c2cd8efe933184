import type { Editor } from "@tiptap/core";
import { EditorView } from "@tiptap/pm/view";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { engineOf } from "../../../renderer/editor/engine-parts.ts";
import { GhostClock } from "../../../renderer/editor/ghost-clock.ts";
import { LetterInPlace } from "../../../renderer/editor/letter-in-place.ts";
import { limits } from "../../../shared/domain/limits.ts";
import type { RichText } from "../../../shared/domain/rich-text.ts";
import { item, meetingOf, mount, rich, type Surface } from "./surface.tsx";

let surface: Surface;

const bold: RichText = {
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Udvalget " },
        { type: "text", text: "tiltræder", marks: [{ type: "bold" }] },
        { type: "text", text: " planen. FAS følger op." },
      ],
    },
  ],
};

async function open(): Promise<void> {
  const points = [{ id: "00000000-0000-4000-8000-00000000000a", text: "at rådmanden tager planen til efterretning" }];
  surface = await mount(
    meetingOf(
      item(1, { decision: rich("Godkendt.", "Planen sendes videre.") }),
      item(2, { agendaText: bold, recommendations: points, decision: rich("at 1) rådmanden tog planen", "") }),
      item(3),
    ),
  );
}

beforeEach(open);
afterEach(() => {
  vi.restoreAllMocks();
  surface.unmount();
});

const view = (): EditorView => (surface.text as HTMLElement & { editor: Editor }).editor.view;

/** What the page shows of the document; the mark of the current punkt and the state of the ghost are set past the engine. */
const page = (): string => surface.text.innerHTML.replace(/ ?is-current/g, "").replace(/ class=""/g, "");

/** Lets the engine draw the whole document from nothing, and gives what the page then shows. */
function drawnFromNothing(): string {
  type Draw = (...drawn: unknown[]) => never;
  const drawings = Object.entries((view() as unknown as { nodeViews: Record<string, Draw> }).nodeViews);
  view().setProps({ nodeViews: Object.fromEntries(drawings.map(([name, draw]) => [name, (...drawn: unknown[]) => draw(...drawn)])) });
  return page();
}

/** At-points get ids of their own in each meeting. */
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** How often the engine compared the document with what is drawn of it. */
function countComparisons(): () => number {
  const compare = vi.spyOn(EditorView.prototype, "updateState");
  return () => compare.mock.calls.length;
}

describe("a letter that the browser has written", () => {
  it("is taken over as it stands: within a word nothing is compared, in a plain line, beside a mark and in a point", async () => {
    for (const [number, field] of [
      [1, "decision"],
      [2, "agendaText"],
      [2, "recommendations"],
      [1, "title"],
    ] as const) {
      surface.go(number, field);
      await userEvent.keyboard(" N");
      const comparisons = countComparisons();
      await userEvent.keyboard("utid");
      expect(comparisons(), field).toBe(0);
      vi.restoreAllMocks();
      expect(view().state.selection.$head.parent.textContent).toMatch(/ Nutid$/);
    }
    expect(page()).toBe(drawnFromNothing());
  });

  it("is known to all that hear of the text: it is saved, and taken back by Ctrl+Z", async () => {
    surface.go(1);
    await userEvent.keyboard(" Nu");
    await expect.poll(() => surface.main.saves.at(-1)?.changes[0]?.value).toEqual(rich("Godkendt.", "Planen sendes videre. Nu"));
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(surface.words(1)).toBe("Godkendt.\nPlanen sendes videre.");
  });

  it("keeps the bold that it is written in, and is plain behind it", async () => {
    surface.go(2, "agendaText");
    await userEvent.keyboard("{Home}{ArrowRight>12/}xy");
    expect(surface.part(2, "agendaText").querySelector("strong")?.textContent).toBe("tilxytræder");
    await userEvent.keyboard("{ArrowRight>6/} z");
    expect(surface.part(2, "agendaText").textContent).toContain("tilxytræder z");
    expect(page()).toBe(drawnFromNothing());
  });

  it("is drawn by the engine when the structure refuses it: the page shows the text that is kept", async () => {
    surface = await mount(meetingOf(item(1, { title: "x".repeat(limits.lineChars) })));
    surface.go(1, "title");
    await userEvent.keyboard("abc");
    expect(surface.notices.length).toBeGreaterThan(0);
    expect(surface.part(1, "title").textContent).toBe(view().state.doc.child(0).child(0).textContent);
    expect(page()).toBe(drawnFromNothing());
  });

  it("does not count as written where the page has changed otherwise too", async () => {
    surface.go(1);
    await userEvent.keyboard(" Nu");
    const line = surface.part(1, "decision").querySelector("p");
    line?.append("!");
    await userEvent.keyboard("a");
    expect(page()).toBe(drawnFromNothing());
  });
});

const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("a", "e", "n", "t", ".", "1") },
  { weight: 2, arbitrary: fc.constant(" ") },
  fc.constantFrom("FAS følger op.", "{Backspace}", "{Delete}", "{Enter}", "{ArrowLeft}", "{ArrowRight}", "{ArrowUp}", "{Home}", "{End}"),
  fc.constantFrom("{Control>}b{/Control}", "{Control>}z{/Control}", "{Shift>}{ArrowLeft>3/}{/Shift}", "{Alt>}2{/Alt}", "{Escape}"),
);

/** What one Ctrl+Z takes back, and what is offered at the caret, depend on how long ago the last key was: here that is always the same. */
function standStill(): void {
  vi.spyOn(Date, "now").mockReturnValue(Date.UTC(2026, 2, 10, 11));
  vi.spyOn(GhostClock.prototype, "update").mockReturnValue();
}

/** What is left of the meeting after these keys, and what the page shows each time against what the document says. */
async function play(keys: readonly string[]): Promise<unknown> {
  await open();
  surface.go(2, "agendaText");
  for (const press of keys) {
    await userEvent.keyboard(press);
    const { doc } = view().state;
    expect(engineOf(view()).docView?.dirty).toBe(0);
    const shown = [...surface.text.querySelectorAll("p, .item-title, .recommendations li")].map((line) => line.textContent ?? "");
    const lines: string[] = [];
    doc.descendants((node) => {
      if (node.isTextblock) lines.push(node.textContent);
    });
    expect(shown.join("\n").replaceAll("\u200b", "")).toContain(lines[0]);
  }
  const left = { doc: JSON.stringify(view().state.doc).replace(uuid, ""), caret: view().state.selection.toJSON() };
  expect(page()).toBe(drawnFromNothing());
  return left;
}

describe("any keys", () => {
  it("leave the same document and the same caret as the engine's own way, and a page that shows it", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(key, { minLength: 30, maxLength: 50 }), async (keys) => {
        standStill();
        const short = await play(keys);
        vi.spyOn(LetterInPlace.prototype, "take").mockReturnValue(false);
        const long = await play(keys);
        vi.restoreAllMocks();
        expect(short).toEqual(long);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
