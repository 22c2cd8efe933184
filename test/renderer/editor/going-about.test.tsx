import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";
import { fourPunkter } from "./four-punkter.ts";
import { item, mount, paste, type Surface } from "./surface.tsx";

let surface: Surface;
const active = () => useOpenMeeting.getState().activeItemId;

beforeEach(async () => {
  surface = await mount(fourPunkter());
});

afterEach(() => surface.unmount());

describe("going about", () => {
  it("opens at the first punkt without a decision", () => {
    expect(active()).toBe(item(2).id);
    expect(document.activeElement).toBe(surface.text);
  });

  it("moves between punkter with Ctrl and the arrows, and stays at the ends", async () => {
    const seen: (string | null)[] = [];
    for (const key of ["Down", "Down", "Down", "Up", "Up", "Up", "Up"]) {
      await userEvent.keyboard(`{Control>}{Arrow${key}}{/Control}`);
      seen.push(active());
    }
    expect(seen).toEqual([5, 7, 7, 5, 2, 1, 1].map((number) => item(number).id));
    await userEvent.keyboard(" Mere");
    expect(surface.words(1)).toBe("Godkendt. Mere");
  });

  it("goes to a punkt by its number, also when numbers jump", async () => {
    await userEvent.keyboard("{Control>}7{/Control}");
    expect(active()).toBe(item(7).id);
    await userEvent.keyboard("{Control>}4{/Control}");
    expect(active()).toBe(item(7).id);
  });

  it("goes to the end of the last decision with Ctrl+End, though nothing of it is shown yet", async () => {
    surface.go(1, "decision");
    await userEvent.keyboard("{Control>}{End}{/Control}Slut");
    expect(surface.words(7)).toBe("Slut");
    expect(surface.value(7, "title")).toBe("Sag 7");
  });

  it("selects to the end of the last decision with Ctrl+Shift+End", async () => {
    surface.go(5, "decision");
    await userEvent.keyboard("Her{Control>}7{/Control}Slut{Control>}5{/Control}{Control>}{Shift>}{End}{/Shift}{/Control}");
    const selected = String(getSelection());
    expect(selected).toMatch(/Sag 7[\s\S]*Slut$/);
    expect(selected).not.toContain("Her");
  });

  it("goes from the title to the decision with Enter", async () => {
    surface.go(2, "title");
    await userEvent.keyboard("{Enter}Her");
    expect(surface.words(2)).toBe("Her");
    expect(surface.value(2, "title")).toBe("Sag 2");
  });

  it("leaves the editor with Tab outside lists", async () => {
    const after = document.createElement("button");
    document.body.append(after);
    await userEvent.keyboard("{Tab}");
    expect(document.activeElement).toBe(after);
    after.remove();
  });

  it("keeps the caret's line between 40 and 80 % of the height", async () => {
    for (let line = 0; line < 40; line++) await userEvent.keyboard("x{Enter}");
    const { top, height } = surface.column.getBoundingClientRect();
    const caret = document.getSelection()?.getRangeAt(0).startContainer as Element;
    const place = (caret.getBoundingClientRect().bottom - top) / height;
    expect(place).toBeGreaterThan(0.4);
    expect(place).toBeLessThanOrEqual(0.81);
  });

  it("keeps it there when the column becomes lower in the middle of a word", async () => {
    paste(surface.text, { text: Array.from({ length: 40 }, () => "linje").join("\n") });
    await userEvent.keyboard("midt");
    const placeOfCaret = (): number => {
      const { top, height } = surface.column.getBoundingClientRect();
      const caret = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
      return ((caret?.bottom ?? 0) - top) / height;
    };
    surface.column.style.height = `${surface.column.getBoundingClientRect().height / 2}px`;
    await expect.poll(placeOfCaret).toBeLessThanOrEqual(0.82);
    expect(placeOfCaret()).toBeGreaterThan(0.35);
  });
});
