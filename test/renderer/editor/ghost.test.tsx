import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { useUi } from "../../../renderer/stores/ui.ts";
import { useWritingHelp } from "../../../renderer/stores/writing-help.ts";
import { item, meetingOf, mount, rich, type Surface } from "./surface.tsx";

let surface: Surface;

const phrases = [
  "Godkendt uden bemærkninger.",
  "Rådmanden besluttede derudover, at ‹…›.",
  "Rådmanden godkendte ‹…› med det forbehold, at ‹…›.",
];

beforeEach(async () => {
  useWritingHelp.setState({ phrases: phrases.map((text) => ({ text, uses: 0 })), learned: [] });
  surface = await mount(
    meetingOf(
      item(1, { decision: rich("Godkendt.") }),
      item(2),
      item(3, {
        recommendations: [{ id: "11111111-0000-4000-8000-000000000001", text: "at rådmanden godkender brevet til Ankestyrelsen" }],
      }),
    ),
  );
});

afterEach(() => surface.unmount());

/** What stands in grey once the surface has made up its mind. */
async function ghost(): Promise<string | null> {
  await expect.poll(() => surface.text.dataset["ghost"]).not.toBe("waiting");
  return surface.text.querySelector(".ghost-text")?.textContent ?? null;
}

async function offered(typed: string): Promise<string> {
  await userEvent.keyboard(typed);
  const text = await ghost();
  if (text === null) throw new Error(`nothing offered after ${typed}`);
  return text;
}

describe("the ghost", () => {
  it("offers the end of a phrase, in grey beside the text and never in it", async () => {
    const rest = await offered("Godkendt u");
    expect(`Godkendt u${rest}`.trimEnd()).toBe("Godkendt uden bemærkninger.");
    const shown = surface.text.querySelector<HTMLElement>(".ghost");
    expect(shown?.getAttribute("aria-hidden")).toBe("true");
    expect(shown?.textContent).toBe(`${rest}Tab`);
    expect(surface.words(2)).toBe("Godkendt u");
    expect(document.getSelection()?.anchorNode?.textContent).toBe("Godkendt u");
  });

  it("comes no sooner than 120 ms after the last key", async () => {
    await userEvent.keyboard("Godkendt ");
    await userEvent.keyboard("u");
    const pressed = performance.now();
    expect(surface.text.dataset["ghost"]).toBe("waiting");
    await expect.poll(() => surface.text.dataset["ghost"], { interval: 5 }).toBe("shown");
    expect(performance.now() - pressed).toBeGreaterThan(80);
  });

  it("is taken whole by Tab, as one step to undo", async () => {
    const rest = await offered("Godkendt u");
    await userEvent.keyboard("{Tab}");
    expect(surface.words(2)).toBe(`Godkendt u${rest}`);
    await userEvent.keyboard(" Ja");
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(surface.words(2)).toBe(`Godkendt u${rest}`);
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(surface.words(2)).toBe("Godkendt u");
  });

  it("is taken a word at a time by →, without a new wait", async () => {
    await offered("Godkendt u");
    await userEvent.keyboard("{ArrowRight}");
    expect(surface.words(2)).toBe("Godkendt uden");
    expect(surface.text.dataset["ghost"]).toBe("shown");
    await userEvent.keyboard("{ArrowRight}");
    expect(surface.words(2)).toBe("Godkendt uden bemærkninger");
  });

  it.each([
    ["Esc", "{Escape}", "Godkendt u"],
    ["←", "{ArrowLeft}", "Godkendt u"],
    ["another letter", "x", "Godkendt ux"],
    ["Enter", "{Enter}", "Godkendt u\n"],
    ["Ctrl+S", "{Control>}s{/Control}", "Godkendt u"],
  ])("goes away by %s, and nothing of it is written", async (_name, keys, words) => {
    await offered("Godkendt u");
    await userEvent.keyboard(keys);
    expect(surface.text.querySelector(".ghost")).toBeNull();
    expect(surface.words(2)).toBe(words);
    expect(document.activeElement).toBe(surface.text);
  });

  it("stays while only Shift is held", async () => {
    const rest = await offered("Godkendt u");
    await userEvent.keyboard("{Shift>}{/Shift}");
    expect(await ghost()).toBe(rest);
  });

  it("keeps Esc for itself: the text is left by the next one", async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent): void => void heard.push(event.key);
    await offered("Godkendt u");
    window.addEventListener("keydown", listen);
    await userEvent.keyboard("{Escape}");
    await userEvent.keyboard("{Escape}");
    window.removeEventListener("keydown", listen);
    expect(heard).toEqual(["Escape"]);
  });

  it("is not offered after a move, in the middle of words, in the title or while another part has the focus", async () => {
    await offered("Godkendt u");
    surface.go(1);
    expect(await ghost()).toBeNull();
    surface.go(2);
    await userEvent.keyboard("{Home}{Delete}");
    expect(await ghost()).toBeNull();
    surface.go(2, "title");
    await userEvent.keyboard(" Godkendt u");
    expect(await ghost()).toBeNull();
  });

  it("leaves the editor by Tab when there is none", async () => {
    const after = document.createElement("button");
    document.body.append(after);
    await offered("Godkendt u");
    await userEvent.keyboard("{Escape}{Tab}");
    expect(document.activeElement).toBe(after);
    expect(surface.words(2)).toBe("Godkendt u");
    after.remove();
  });

  it("offers the answer to the next at-point of the indstilling", async () => {
    surface.go(3);
    const rest = await offered("at 1) r");
    expect(`at 1) r${rest}`).toContain("at 1) rådmanden godkendte brevet til Ankestyrelsen");
  });

  it("is offered in an at-point too", async () => {
    surface.go(2, "recommendations");
    await offered("at rådmanden godk");
    await userEvent.keyboard("{Tab}");
    expect((surface.value(2, "recommendations") as { text: string }[])[0]?.text).toMatch(/^at rådmanden godkend/);
  });

  it("never shows while letters are composed", async () => {
    await offered("Godkendt u");
    surface.text.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    expect(surface.text.querySelector(".ghost")).toBeNull();
    surface.text.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
  });

  it("is hinted at politely once in a punkt", async () => {
    const before = useUi.getState().spoken.turn;
    await offered("Godkendt u");
    expect(useUi.getState().spoken.text).toMatch(/^Forslag: den bemærkninger\. Tab/);
    await userEvent.keyboard("{Escape}{Backspace}");
    await offered("u");
    expect(useUi.getState().spoken.turn).toBe(before + 1);
  });

  it("has no fault that axe can find", async () => {
    await offered("Godkendt u");
    const { violations } = await axe.run(surface.column, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
    expect(violations.map((each) => each.id)).toEqual([]);
  });
});

describe("fill-in places", () => {
  it("are selected one after the other by Tab, and then Tab leaves as ever", async () => {
    await userEvent.keyboard("/forbehold{Enter}");
    expect(surface.words(2)).toBe("Rådmanden godkendte ‹…› med det forbehold, at ‹…›.");
    expect(document.getSelection()?.toString()).toBe("‹…›");
    await userEvent.keyboard("brevet");
    await ghost();
    await userEvent.keyboard("{Escape}{Tab}");
    expect(document.getSelection()?.toString()).toBe("‹…›");
    await userEvent.keyboard("det haster");
    expect(surface.words(2)).toBe("Rådmanden godkendte brevet med det forbehold, at det haster.");
  });

  it("are gone back to by Shift+Tab, and then Shift+Tab leaves them", async () => {
    await userEvent.keyboard("/forbehold{Enter}{Tab}");
    const lead = () =>
      (document.getSelection()?.getRangeAt(0).startContainer.textContent ?? "").slice(
        0,
        document.getSelection()?.getRangeAt(0).startOffset,
      );
    expect(lead()).toBe("Rådmanden godkendte ‹…› med det forbehold, at ");
    await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
    expect([lead(), document.getSelection()?.toString()]).toEqual(["Rådmanden godkendte ", "‹…›"]);
    await userEvent.keyboard("brevet{Tab}det haster");
    expect(surface.words(2)).toBe("Rådmanden godkendte brevet med det forbehold, at det haster.");
  });
});
