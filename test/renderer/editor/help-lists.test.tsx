import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { useWritingHelp } from "../../../renderer/stores/writing-help.ts";
import { item, meetingOf, mount, type Surface } from "./surface.tsx";

let surface: Surface;

beforeEach(async () => {
  surface = await mount(meetingOf(item(1), item(2)));
  useWritingHelp.setState({
    phrases: [
      { text: "Godkendt.", uses: 1 },
      { text: "Godkendt uden bemærkninger.", uses: 4 },
      { text: "Rådmanden besluttede derudover, at ‹…›.", uses: 0 },
    ],
    people: [
      { kind: "person", initials: "MJ", name: "Michael Justesen" },
      { kind: "unit", initials: "FAS", name: "Fagligt Sekretariat" },
      { kind: "unit", initials: "FMU", name: "" },
      { kind: "person", initials: "", name: "Bine Jenshøj" },
    ],
  });
});

afterEach(() => surface.unmount());

const list = () => surface.column.querySelector<HTMLElement>("[role=listbox]");
const options = () => [...(list()?.querySelectorAll("[role=option]") ?? [])].map((option) => option.textContent);
const chosen = () => {
  const id = surface.text.getAttribute("aria-activedescendant");
  return id === null ? null : (document.getElementById(id)?.textContent ?? null);
};

describe("/ opens phrases at the cursor", () => {
  it("shows them most used first, narrows as one types, and takes one by Enter", async () => {
    await userEvent.keyboard("/");
    expect(options()).toEqual(["Godkendt uden bemærkninger.", "Godkendt.", "Rådmanden besluttede derudover, at ‹…›."]);
    await userEvent.keyboard("bes der");
    expect(options()).toEqual(["Rådmanden besluttede derudover, at ‹…›."]);
    await userEvent.keyboard("{Enter}KL orienteres");
    expect(surface.words(1)).toBe("Rådmanden besluttede derudover, at KL orienteres.");
    expect(list()).toBeNull();
  });

  it("chooses with the arrows and takes with Tab, as one step to undo", async () => {
    await userEvent.keyboard("Ja. /god{ArrowDown}{Tab}");
    expect(surface.words(1)).toBe("Ja. Godkendt.");
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(surface.words(1)).toBe("Ja. /god");
  });

  it("has what was used most at the top the next time", async () => {
    useWritingHelp.setState(({ phrases }) => ({ phrases: phrases.map(({ text }) => ({ text, uses: 1 })) }));
    await userEvent.keyboard("/derudover{Enter}x{End}{Enter}/");
    expect(options()[0]).toBe("Rådmanden besluttede derudover, at ‹…›.");
  });

  it.each(["og/eller", "1/3", "http://x", "-/-"])("never opens in %s", async (text) => {
    await userEvent.keyboard(text);
    expect(list()).toBeNull();
    expect(surface.words(1)).toBe(text);
  });

  it("closes by Esc and leaves what was typed, and does not open again by itself", async () => {
    await userEvent.keyboard("/go{Escape}");
    expect(list()).toBeNull();
    expect(surface.words(1)).toBe("/go");
    await userEvent.keyboard("d");
    expect(list()).toBeNull();
    expect(document.activeElement).toBe(surface.text);
  });

  it("closes by itself when nothing fits, and then Enter is Enter", async () => {
    await userEvent.keyboard("/goq{Enter}x");
    expect(list()).toBeNull();
    expect(surface.words(1)).toBe("/goq\nx");
  });

  it("closes when the caret leaves, the sign is deleted or the text loses the focus", async () => {
    await userEvent.keyboard("/g{Home}");
    expect(list()).toBeNull();
    await userEvent.keyboard("{End}{Backspace}{Backspace}/{Backspace}");
    expect(list()).toBeNull();
    await userEvent.keyboard("/");
    surface.text.blur();
    expect(list()).toBeNull();
  });

  it("takes what is clicked, and keeps the focus in the text", async () => {
    await userEvent.keyboard("/");
    const option = list()?.querySelectorAll("[role=option]")[1];
    if (option === undefined) throw new Error("no option");
    await userEvent.click(option);
    expect(surface.words(1)).toBe("Godkendt.");
    expect(document.activeElement).toBe(surface.text);
  });

  it("does not open in a title or an at-point, where no phrase belongs", async () => {
    surface.go(1, "title");
    await userEvent.keyboard(" /");
    expect(list()).toBeNull();
    surface.go(1, "recommendations");
    await userEvent.keyboard("/");
    expect(list()).toBeNull();
  });
});

describe("@ opens people and units", () => {
  it("finds them by initials and by name, and writes what was begun", async () => {
    await userEvent.keyboard("@f");
    expect(options()).toEqual(["FASFagligt Sekretariat", "FMU"]);
    await userEvent.keyboard("ag{Tab} og @mj{Enter} og @bin{Enter} følger op.");
    expect(surface.words(1)).toBe("Fagligt Sekretariat og MJ og Bine Jenshøj følger op.");
  });

  it("shows those whose initials begin so first, the most named at the top", async () => {
    useWritingHelp.setState(({ readings }) => ({
      readings: readings + 1,
      people: [
        { kind: "unit", initials: "BFF", name: "Børn, Familier og Fællesskaber" },
        { kind: "unit", initials: "FAS", name: "Fagligt Sekretariat" },
        { kind: "unit", initials: "FMU", name: "" },
      ],
      learned: [{ text: "FMU følger op.", uses: 2 }],
    }));
    await userEvent.keyboard("@f");
    expect(options()).toEqual(["FMU", "FASFagligt Sekretariat", "Børn, Familier og FællesskaberBFF"]);
  });

  it("stays closed in an address", async () => {
    await userEvent.keyboard("mj@aarhus.dk");
    expect(list()).toBeNull();
    expect(surface.words(1)).toBe("mj@aarhus.dk");
  });
});

describe("for a screen reader", () => {
  it("names the list and the chosen line, and the focus stays in the text", async () => {
    await userEvent.keyboard("/");
    expect(list()?.getAttribute("aria-label")).toBe("Fraser");
    expect(surface.text.getAttribute("aria-controls")).toBe(list()?.id);
    expect(chosen()).toBe("Godkendt uden bemærkninger.");
    await userEvent.keyboard("{ArrowDown}");
    expect(chosen()).toBe("Godkendt.");
    expect(list()?.querySelector("[aria-selected=true]")?.textContent).toBe("Godkendt.");
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    expect(chosen()).toBe("Rådmanden besluttede derudover, at ‹…›.");
    expect(document.activeElement).toBe(surface.text);
    await userEvent.keyboard("{Escape}");
    expect(surface.text.getAttribute("aria-activedescendant")).toBeNull();
  });

  it("has no fault that axe can find", async () => {
    await userEvent.keyboard("@");
    const { violations } = await axe.run(surface.column, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
    expect(violations.map((each) => each.id)).toEqual([]);
  });
});
