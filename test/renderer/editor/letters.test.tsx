import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { item, meetingOf, mount, rich, type Surface } from "./surface.tsx";

let surface: Surface;
let heard: string[];
let stop: AbortController;

beforeEach(async () => {
  surface = await mount(meetingOf(item(1, { decision: rich("Godkendt.") }), item(2, { decision: rich(...Array(60).fill("En linje.")) })));
  heard = [];
  stop = new AbortController();
  for (const type of ["keydown", "keypress", "keyup", "textInput", "input"]) {
    const hear = (event: Event) => heard.push(`${type} ${event instanceof KeyboardEvent ? event.key : ""}`.trim());
    for (const outside of [window, surface.column]) outside.addEventListener(type, hear, { signal: stop.signal });
  }
});

afterEach(() => {
  stop.abort();
  surface.unmount();
});

describe("a letter in the text", () => {
  it("is written, and nothing outside is asked about it", async () => {
    surface.go(1);
    await userEvent.keyboard(" Nu");
    await userEvent.keyboard("{Shift>}A{/Shift}");
    expect(surface.words(1)).toBe("Godkendt. NuA");
    expect(heard.filter((event) => !/Shift/.test(event))).toEqual([]);
  });

  it("is a command to the window when Ctrl or Alt is held with it", async () => {
    surface.go(1);
    await userEvent.keyboard("{Control>}k{/Control}{Alt>}1{/Alt}{Escape}");
    for (const key of ["keydown k", "keydown 1", "keydown Escape"]) expect(heard).toContain(key);
    expect(surface.words(1)).toBe("Godkendt.");
  });

  it("is heard as ever in a field beside the text", async () => {
    const field = document.createElement("input");
    surface.column.append(field);
    field.focus();
    await userEvent.keyboard("b");
    expect(field.value).toBe("b");
    expect(heard).toEqual(expect.arrayContaining(["keydown b", "keypress b", "input", "keyup b"]));
  });

  it("goes where the caret was put an instant before, over what was selected", async () => {
    surface.go(1);
    await userEvent.keyboard("{Control>}a{/Control}Udsat");
    expect(surface.words(1)).toBe("Udsat");
  });
});

describe("the caret behind a letter", () => {
  let moves: number;
  beforeEach(() => {
    moves = 0;
    document.addEventListener("selectionchange", () => (moves += 1), { signal: stop.signal });
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

  it("is told to nobody: who writes knows where it is", async () => {
    surface.go(1);
    await userEvent.keyboard(" N");
    await settled();
    moves = 0;
    await userEvent.keyboard("utid");
    await settled();
    expect(moves).toBe(0);
    expect(surface.words(1)).toBe("Godkendt. Nutid");
  });

  it("is told when anything else moves it, also back to where a letter left it", async () => {
    surface.go(1);
    await userEvent.keyboard(" Nu");
    await settled();
    moves = 0;
    await userEvent.keyboard("{ArrowLeft}");
    await settled();
    expect(moves).toBeGreaterThan(0);
    moves = 0;
    await userEvent.keyboard("{ArrowRight}");
    await settled();
    expect(moves).toBeGreaterThan(0);
    await userEvent.keyboard("!");
    expect(surface.words(1)).toBe("Godkendt. Nu!");
  });

  it("is known to the engine after letters and a caret that was put elsewhere by hand", async () => {
    surface.go(1);
    await userEvent.keyboard(" Nu");
    const text = document.getSelection()?.anchorNode;
    document.getSelection()?.collapse(text ?? null, 0);
    await settled();
    await userEvent.keyboard("{Enter}");
    expect(surface.words(1)).toBe("\nGodkendt. Nu");
  });
});

describe("the caret's line while a word is written", () => {
  const caretPlace = (): number => {
    const { top, height } = surface.column.getBoundingClientRect();
    const range = document.getSelection()?.getRangeAt(0);
    return ((range?.getBoundingClientRect().bottom ?? Number.NaN) - top) / height;
  };

  it("comes back into sight with the next letter, when the text was scrolled away in the middle of a word", async () => {
    surface.go(2);
    await userEvent.keyboard(" Bevil");
    surface.column.scrollTo({ top: 0, behavior: "instant" });
    expect(caretPlace()).toBeGreaterThan(1);
    await userEvent.keyboard("l");
    expect(caretPlace()).toBeLessThanOrEqual(0.81);
  });

  it("stays in the band when a word without end runs over many lines", async () => {
    surface.go(2);
    for (let part = 0; part < 6; part++) {
      await userEvent.keyboard("sammenhængskraftsudvalgsformandskabsbetjeningsopgavefordeling");
      expect(caretPlace()).toBeLessThanOrEqual(0.85);
    }
  });
});
