import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { fourPunkter } from "./four-punkter.ts";
import { mount, paragraph, rich, type Surface } from "./surface.tsx";

let surface: Surface;

beforeEach(async () => {
  surface = await mount(fourPunkter());
});

afterEach(() => surface.unmount());

describe("writing", () => {
  it("makes bullets and numbers, sinks and lifts them", async () => {
    await userEvent.keyboard("- et{Enter}to{Enter}{Tab}tre{Enter}{Shift>}{Tab}{/Shift}fire{Enter}{Enter}1. en");
    expect(surface.value(2, "decision")).toEqual({
      type: "doc",
      content: [
        {
          type: "bulletList",
          content: [
            { type: "listItem", content: [paragraph("et")] },
            {
              type: "listItem",
              content: [paragraph("to"), { type: "bulletList", content: [{ type: "listItem", content: [paragraph("tre")] }] }],
            },
            { type: "listItem", content: [paragraph("fire")] },
          ],
        },
        { type: "orderedList", content: [{ type: "listItem", content: [paragraph("en")] }] },
      ],
    });
  });

  it("leaves a date at the start of a line and typed asterisks as they are", async () => {
    await userEvent.keyboard("10. marts og **fed** og *skrå*");
    expect(surface.value(2, "decision")).toEqual(rich("10. marts og **fed** og *skrå*"));
  });

  it("makes bold and italic with Ctrl+B and Ctrl+I, a line break with Shift+Enter", async () => {
    await userEvent.keyboard(
      "a{Control>}b{/Control}b{Control>}b{/Control}{Control>}i{/Control}c{Control>}i{/Control}{Shift>}{Enter}{/Shift}d",
    );
    expect(surface.value(2, "decision")).toEqual({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "a" },
            { type: "text", text: "b", marks: [{ type: "bold" }] },
            { type: "text", text: "c", marks: [{ type: "italic" }] },
            { type: "hardBreak" },
            { type: "text", text: "d" },
          ],
        },
      ],
    });
  });

  it("undoes and redoes across punkter in one history", async () => {
    await userEvent.keyboard("første");
    surface.go(1);
    await userEvent.keyboard(" anden");
    await userEvent.keyboard("{Control>}z{/Control}");
    expect([surface.words(1), surface.words(2)]).toEqual(["Godkendt.", "første"]);
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(surface.words(2)).toBe("");
    await userEvent.keyboard("{Control>}y{/Control}{Control>}y{/Control}");
    expect([surface.words(1), surface.words(2)]).toEqual(["Godkendt. anden", "første"]);
  });
});

describe("the indstilling", () => {
  it("takes the number off an at-point that is written with one, and leaves a number that is text", async () => {
    surface.go(2, "recommendations");
    await userEvent.keyboard("1. at rådmanden godkender brevet{Enter}2) At rådmanden tager 2. kvartal til efterretning{Enter}3. kvartal");
    expect((surface.value(2, "recommendations") as { text: string }[]).map(({ text }) => text)).toEqual([
      "at rådmanden godkender brevet",
      "At rådmanden tager 2. kvartal til efterretning",
      "3. kvartal",
    ]);
    surface.go(2, "decision");
    await userEvent.keyboard("1. at");
    expect(surface.part(2, "decision").querySelector("ol")).not.toBeNull();
  });

  it("gets its at-points by Enter, and loses an empty one by Backspace", async () => {
    surface.go(2, "recommendations");
    await userEvent.keyboard("at et{Enter}at to{Enter}at tre{Enter}{Backspace}");
    const points = surface.value(2, "recommendations") as { id: string; text: string }[];
    expect(points.map((point) => point.text)).toEqual(["at et", "at to", "at tre"]);
    expect(new Set(points.map((point) => point.id)).size).toBe(3);
    for (const point of points) expect(point.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });

  it("keeps the id of an at-point that is rewritten", async () => {
    surface.go(5, "recommendations");
    await userEvent.keyboard(" straks");
    expect(surface.value(5, "recommendations")).toEqual([
      { id: "11111111-0000-4000-8000-000000000001", text: "at rådmanden tager orienteringen til efterretning" },
      { id: "11111111-0000-4000-8000-000000000002", text: "at rådmanden godkender brevet straks" },
    ]);
  });

  it("goes on to the decision from an empty at-point, which is then gone", async () => {
    surface.go(5, "recommendations");
    await userEvent.keyboard("{Enter}{Enter}Her");
    expect(surface.value(5, "recommendations")).toHaveLength(2);
    expect(surface.words(5)).toBe("Her");
  });
});

describe("Ctrl+Enter", () => {
  it("writes Godkendt. in an empty decision, and nothing more in a written one", async () => {
    await userEvent.keyboard("{Control>}{Enter}{/Control}{Control>}{Enter}{/Control}");
    expect(surface.words(2)).toBe("Godkendt.");
  });

  it("answers the at-points in the past tense, as one step to undo", async () => {
    surface.go(5);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(surface.words(5)).toBe("at 1) rådmanden tog orienteringen til efterretning.\nat 2) rådmanden godkendte brevet.");
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(surface.words(5)).toBe("");
  });

  it("answers only at-points that are not taken up, and tells which are answered", async () => {
    surface.go(5);
    await userEvent.keyboard("at 1) rådmanden udsatte sagen.");
    expect(surface.part(5, "recommendations").dataset["summary"]).toBe("1 af 2 besvaret");
    await userEvent.keyboard("{Control>}{Enter}{/Control} Straks.");
    expect(surface.words(5)).toBe("at 1) rådmanden udsatte sagen.\nat 2) rådmanden godkendte brevet. Straks.");
    expect(surface.part(5, "recommendations").dataset["summary"]).toBe("2 af 2 besvaret");
  });

  it("goes round the ways to answer the at-point that the caret stands in, each one step to undo", async () => {
    surface.go(5);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    const seen: string[] = [];
    for (let press = 0; press < 6; press += 1) {
      await userEvent.keyboard("{Control>}{Enter}{/Control}");
      seen.push(surface.words(5).split("\n")[1] ?? "");
    }
    expect(seen).toEqual([
      "at 2) rådmanden godkendte brevet med bemærkning om, at ‹…›.",
      "at 2) rådmanden godkendte brevet med det forbehold, at ‹…›.",
      "at 2) rådmanden godkendte brevet og besluttede, at ‹…›.",
      "at 2) rådmanden udsatte punktet.",
      "at 2) rådmanden tog ikke stilling til punktet.",
      "at 2) rådmanden godkendte brevet.",
    ]);
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(surface.words(5).split("\n")[1]).toBe("at 2) rådmanden tog ikke stilling til punktet.");
  });

  it("refines the answer that one goes back to, and lets the remark be written at once", async () => {
    surface.go(5);
    await userEvent.keyboard("{Control>}{Enter}{/Control}{ArrowUp}{Control>}{Enter}{/Control}det haster");
    expect(surface.words(5)).toBe(
      "at 1) rådmanden tog orienteringen til efterretning med bemærkning om, at det haster.\nat 2) rådmanden godkendte brevet.",
    );
  });

  it("never replaces an answer that was written on", async () => {
    surface.go(5);
    await userEvent.keyboard("{Control>}{Enter}{/Control} Straks.{Control>}{Enter}{/Control}");
    expect(surface.words(5)).toContain("at 2) rådmanden godkendte brevet. Straks.");
  });

  it("has the mark of an at-point answer that one alone", async () => {
    surface.go(5);
    const point = surface.part(5, "recommendations").querySelectorAll(".recommendation")[1];
    if (point === undefined) throw new Error("no at-point");
    await userEvent.click(point, { position: { x: 7, y: 12 } });
    expect(surface.words(5)).toBe("at 2) rådmanden godkendte brevet.");
  });
});

describe("what is seen", () => {
  it("says at an answer why its number does not match the indstilling, and takes it back when it does", async () => {
    const notes = () => [...surface.part(5, "decision").querySelectorAll<HTMLElement>("[data-note]")].map((line) => line.dataset["note"]);
    surface.go(5);
    await userEvent.keyboard("at 2) rådmanden godkendte brevet.{Enter}at 1) rådmanden ventede.{Enter}at 1) Igen.{Enter}at 3");
    expect(notes()).toEqual(["Punkt 1 står efter et senere", "Punkt 1 er besvaret før"]);
    await userEvent.keyboard(") Nej.");
    expect(notes()).toEqual(["Punkt 1 står efter et senere", "Punkt 1 er besvaret før", "Indstillingen har intet punkt 3"]);
    await userEvent.keyboard("{Shift>}{Home}{/Shift}{Backspace}");
    expect(notes()).toHaveLength(2);
  });

  it("names the surface and each region for a screen reader", () => {
    expect(surface.text.getAttribute("aria-label")).toBe("Mødets referat");
    expect(surface.text.lang).toBe("da");
    expect(surface.text.spellcheck).toBe(false);
    expect(surface.part(5, "decision").getAttribute("aria-label")).toBe("Punkt 5, beslutning");
  });

  it("shows placeholders only in the punkt being written", () => {
    const shown = [...surface.text.querySelectorAll<HTMLElement>("[data-placeholder]")].map((place) => place.dataset["placeholder"]);
    expect(shown).toEqual(["Dagsordentekst", "Det indstilles, at …", "Skriv beslutningen"]);
    expect(getComputedStyle(surface.part(1, "agendaText")).display).toBe("none");
    expect(getComputedStyle(surface.part(2, "agendaText")).display).toBe("block");
  });

  it("has a public decision and a padlock only in a closed punkt", () => {
    expect(surface.part(7, "publicDecision")).toBeTruthy();
    expect(surface.part(7, "title").closest(".meeting-item")?.textContent).toContain("Lukket punkt");
    expect(surface.value(2, "publicDecision")).toBeUndefined();
  });
});
