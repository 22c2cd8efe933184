import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { useWritingHelp } from "../../../renderer/stores/writing-help.ts";
import { item, meetingOf, mount, type Surface } from "./surface.tsx";

let surface: Surface;
let used: string[];

const book = {
  phrases: [{ id: "00000000-0000-4000-8000-00000000000a", text: "Sagen genoptages på mødet ‹…›.", uses: 2 }],
  learned: [{ text: "Kvartalsnotatet fra Grønnegade fremlægges i juni.", uses: 3 }],
};

beforeEach(async () => {
  surface = await mount(meetingOf(item(1), item(2)));
  used = [];
  Object.assign(window.bridge.requests, {
    "people:list": async () => ({ ok: true, value: [{ id: "", kind: "unit", initials: "ØKB", name: "Økonomi" }] }),
    "phrases:list": async () => ({ ok: true, value: book }),
    "phrases:used": async ({ text }: { text: string }) => {
      used.push(text);
      return { ok: true, value: null };
    },
  });
  await useWritingHelp.getState().load();
});

afterEach(() => surface.unmount());

async function ghost(): Promise<string | null> {
  await expect.poll(() => surface.text.dataset["ghost"]).not.toBe("waiting");
  return surface.text.querySelector(".ghost-text")?.textContent ?? null;
}

describe("what is offered", () => {
  it("comes from the phrases, people and sentences that the main process holds", async () => {
    await userEvent.keyboard("Kva");
    expect(await ghost()).toBe("rtalsnotatet fra Grønnegade fremlægges i juni.");
    await userEvent.keyboard("{Escape}{Backspace}{Backspace}{Backspace}@ø{Enter} /genop{Enter}");
    expect(surface.words(1)).toBe("ØKB Sagen genoptages på mødet ‹…›.");
  });

  it("comes from what was just written in another punkt", async () => {
    await userEvent.keyboard("Skolehaverne på Trøjborg åbner igen.");
    surface.go(2);
    await userEvent.keyboard("Skol");
    expect(await ghost()).toMatch(/^ehaverne på Trøjborg/);
  });

  it("is what it was when the main process cannot give it", async () => {
    Object.assign(window.bridge.requests, {
      "phrases:list": async () => ({ ok: false, error: { kind: "not-found", what: "phrase", id: "" } }),
    });
    await useWritingHelp.getState().load();
    expect(useWritingHelp.getState().phrases).toEqual(book.phrases);
  });
});

describe("what is learned", () => {
  it("is each sentence of a decision once its line is left, and no half one", async () => {
    await userEvent.keyboard("FAS følger op d. 23. marts. Sagen ventede.");
    expect(used).toEqual([]);
    await userEvent.keyboard("{Enter}Ja");
    expect(used).toEqual(["FAS følger op d. 23. marts.", "Sagen ventede."]);
    surface.go(2);
    expect(used).toEqual(["FAS følger op d. 23. marts.", "Sagen ventede.", "Ja"]);
  });

  it("is not what was only passed through, nor the words of a title", async () => {
    await userEvent.keyboard("Sagen ventede.{Enter}");
    await userEvent.keyboard("{ArrowUp}{ArrowDown}{ArrowUp}");
    surface.go(1, "title");
    await userEvent.keyboard(" mere");
    surface.go(2);
    expect(used).toEqual(["Sagen ventede."]);
  });

  it("is the phrase itself when one is chosen", async () => {
    await userEvent.keyboard("/genop{Enter}");
    expect(used).toEqual(["Sagen genoptages på mødet ‹…›."]);
    await userEvent.keyboard("{End} @økonomi{Enter}");
    expect(surface.words(1)).toContain("Økonomi");
    expect(used).toHaveLength(1);
  });
});
