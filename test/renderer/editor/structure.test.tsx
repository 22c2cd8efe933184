import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cdp, userEvent } from "vitest/browser";
import { item, meetingOf, mount, paste, rich, type Surface } from "./surface.tsx";

let surface: Surface;
let structure: string[];

const points = [
  { id: "11111111-0000-4000-8000-000000000001", text: "at rådmanden godkender brevet" },
  { id: "11111111-0000-4000-8000-000000000002", text: "at rådmanden drøfter sagen" },
];

function fullMeeting() {
  return meetingOf(
    item(1, { agendaText: rich("Tekst 1"), decision: rich("Beslutning 1") }),
    item(2, { agendaText: rich("Tekst 2"), recommendations: points, decision: rich("Beslutning 2", "Mere 2") }),
    item(3, { closed: true, decision: rich("Beslutning 3"), publicDecision: rich("Åben 3") }),
  );
}

beforeEach(async () => {
  surface = await mount(fullMeeting());
  structure = surface.structure();
});

afterEach(() => surface.unmount());

/** Selects from the start of one part to the end of another, as a drag of the mouse does. */
function select(from: Element, to: Element): void {
  const range = document.createRange();
  range.selectNodeContents(from);
  const end = document.createRange();
  end.selectNodeContents(to);
  document.getSelection()?.setBaseAndExtent(range.startContainer, 0, end.endContainer, end.endOffset);
  document.dispatchEvent(new Event("selectionchange"));
}

const text = (number: number, field: "agendaText" | "decision") => surface.part(number, field).querySelector("p") as Element;

describe("deleting", () => {
  it("select all and Delete clears only the field the caret is in", async () => {
    surface.go(2);
    await userEvent.keyboard("{Control>}a{/Control}{Delete}");
    expect(surface.words(2)).toBe("");
    expect(surface.words(2, "agendaText")).toBe("Tekst 2");
    expect(surface.value(2, "recommendations")).toEqual(points);
    expect(surface.structure()).toEqual(structure);
  });

  it("over several punkter empties what was selected and keeps every part, as one step to undo", async () => {
    surface.go(1);
    select(text(1, "decision"), text(2, "agendaText"));
    await userEvent.keyboard("{Backspace}");
    expect([surface.words(1), surface.value(2, "title"), surface.words(2, "agendaText")]).toEqual(["", "", ""]);
    expect([surface.value(1, "title"), surface.words(2)]).toEqual(["Sag 1", "Beslutning 2\nMere 2"]);
    expect(surface.structure()).toEqual(structure);
    expect(surface.notices.join()).toContain("Fortryd med Ctrl+Z");
    await userEvent.keyboard("{Control>}z{/Control}");
    expect([surface.words(1), surface.value(2, "title"), surface.words(2, "agendaText")]).toEqual(["Beslutning 1", "Sag 2", "Tekst 2"]);
  });

  it("typing over a selection of several parts writes where it began", async () => {
    surface.go(2);
    select(text(2, "agendaText"), text(2, "decision"));
    await userEvent.keyboard("Nyt");
    expect(surface.words(2, "agendaText")).toBe("Nyt");
    expect(surface.words(2)).toBe("\nMere 2".trim());
    expect(surface.structure()).toEqual(structure);
  });

  it("text that comes without a key, from dictation or the emoji panel, is not lost over such a selection", async () => {
    surface.go(2);
    select(text(2, "agendaText"), text(2, "decision"));
    await cdp().send("Input.insertText", { text: "👍 talt" });
    expect(surface.words(2, "agendaText")).toBe("👍 talt");
    expect(surface.structure()).toEqual(structure);
  });

  it("everything at once leaves every punkt with its parts", async () => {
    surface.go(2);
    await userEvent.keyboard("{Control>}aaa{/Control}{Delete}");
    expect([1, 2, 3].map((number) => surface.words(number))).toEqual(["", "", ""]);
    expect(surface.structure()).toEqual(structure);
  });

  it("cutting over several parts takes the text and leaves the parts", async () => {
    surface.go(1);
    select(text(1, "decision"), text(2, "agendaText"));
    const clipboardData = new DataTransfer();
    surface.text.dispatchEvent(new ClipboardEvent("cut", { clipboardData, bubbles: true, cancelable: true }));
    expect(clipboardData.getData("text/plain")).toContain("Beslutning 1");
    expect(clipboardData.getData("text/html")).not.toContain("data-item-id");
    expect(surface.words(1)).toBe("");
    expect(surface.structure()).toEqual(structure);
  });

  it.each(["title", "agendaText", "recommendations", "decision"] as const)("Backspace at the start of %s joins nothing", async (field) => {
    const before = JSON.stringify(surface.value(2, field));
    surface.go(2, field);
    await userEvent.keyboard("{Control>}a{/Control}{ArrowLeft}{Backspace}{Backspace}");
    expect(JSON.stringify(surface.value(2, field))).toBe(before);
    expect(surface.structure()).toEqual(structure);
  });
});

describe("pasting", () => {
  it("takes the words of tables, scripts and styles, and nothing else", () => {
    surface.go(2);
    paste(surface.text, {
      html: `<style>p{color:red}</style><script>window.hacked = true</script><h1 style="color:red">Overskrift</h1>
        <table><tr><td>celle <b>et</b></td><td>celle to</td></tr></table><img src="x" onerror="window.hacked = true">
        <p>et <a href="javascript:alert(1)">link</a> og <a href="https://aarhus.dk">et</a></p>`,
      text: "x",
    });
    expect(surface.words(2)).toMatch(/Overskrift\ncelle et celle to ?\net link og et$/);
    const html = surface.part(2, "decision").innerHTML;
    expect(html).not.toMatch(/<(table|td|img|script|style|h1)|style=|javascript:/);
    expect("hacked" in window).toBe(false);
    expect(JSON.stringify(surface.value(2, "decision"))).toContain('{"type":"link","attrs":{"href":"https://aarhus.dk"}}');
    expect(surface.structure()).toEqual(structure);
  });

  it("flattens line breaks in a title and in an at-point", () => {
    surface.go(1, "title");
    paste(surface.text, { text: " og\nen linje\r\n\r\ntil" });
    expect(surface.value(1, "title")).toBe("Sag 1og en linje til");
    surface.go(2, "recommendations");
    paste(surface.text, { html: "<p>, og</p><ul><li>punkt</li></ul>", text: "x" });
    expect((surface.value(2, "recommendations") as { text: string }[]).map((point) => point.text)).toEqual([
      "at rådmanden godkender brevet",
      "at rådmanden drøfter sagen, og punkt",
    ]);
  });

  it("what was copied over several parts becomes paragraphs", () => {
    surface.go(1);
    select(surface.part(2, "title"), text(2, "decision"));
    const clipboardData = new DataTransfer();
    surface.text.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    surface.go(1);
    paste(surface.text, { html: clipboardData.getData("text/html"), text: clipboardData.getData("text/plain") });
    expect(surface.words(1)).toBe("Beslutning 1Sag 2\nTekst 2\nat rådmanden godkender brevet\nat rådmanden drøfter sagen\nBeslutning 2");
    expect(surface.structure()).toEqual(structure);
  });

  it("refuses more than 200,000 characters and says so", () => {
    surface.go(2);
    paste(surface.text, { text: "x".repeat(1_000_000) });
    expect(surface.words(2)).toBe("Beslutning 2\nMere 2");
    expect(surface.notices).toEqual([expect.stringMatching(/1\.000\.000 tegn.*Intet er ændret/)]);
  });

  it("refuses what would make a field larger than can be stored, and lets it shrink again", async () => {
    surface.go(2);
    paste(surface.text, { text: "æ".repeat(120_000) });
    const before = surface.words(2).length;
    paste(surface.text, { text: "æ".repeat(120_000) });
    expect(surface.words(2)).toHaveLength(before);
    expect(surface.notices).toEqual([expect.stringContaining("højst rumme 256 KB")]);
    await userEvent.keyboard("{Backspace}");
    expect(surface.words(2)).toHaveLength(before - 1);
  });

  it("refuses a title longer than 2,000 characters", () => {
    surface.go(2, "title");
    paste(surface.text, { text: "x".repeat(2_000) });
    expect(surface.value(2, "title")).toBe("Sag 2");
    expect(surface.notices).toEqual([expect.stringContaining("højst have 2.000 tegn")]);
  });
});

describe("dragging", () => {
  it("moves text between parts without tearing them", () => {
    surface.go(1);
    select(text(1, "decision"), text(1, "decision"));
    const from = text(1, "decision").getBoundingClientRect();
    const to = text(2, "decision").getBoundingClientRect();
    const dataTransfer = new DataTransfer();
    const at = (rect: DOMRect) => ({ clientX: rect.left + 1, clientY: rect.top + 4, dataTransfer, bubbles: true, cancelable: true });
    text(1, "decision").dispatchEvent(new DragEvent("dragstart", at(from)));
    text(2, "decision").dispatchEvent(new DragEvent("drop", at(to)));
    expect(surface.words(1)).toBe("");
    expect(surface.words(2)).toContain("Beslutning 1");
    expect(surface.structure()).toEqual(structure);
  });
});

describe("any keys whatever", () => {
  const keys = [
    ["Enter", ""],
    ["Backspace", ""],
    ["Delete", ""],
    ["Tab", ""],
    ["ArrowUp", ""],
    ["ArrowDown", ""],
    ["ArrowLeft", "Shift"],
    ["ArrowDown", "Shift"],
    ["Tab", "Shift"],
    ["Enter", "Shift"],
    ["Enter", "Control"],
    ["ArrowDown", "Control"],
    ["ArrowUp", "Control"],
    ["Backspace", "Control"],
    ["End", "Control"],
    ["Home", "Control"],
    ["a", "Control"],
    ["b", "Control"],
    ["z", "Control"],
    ["y", "Control"],
  ] as const;
  const codes: Record<string, number> = {
    Enter: 13,
    Backspace: 8,
    Delete: 46,
    Tab: 9,
    ArrowUp: 38,
    ArrowDown: 40,
    ArrowLeft: 37,
    End: 35,
    Home: 36,
  };
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...keys) },
    { weight: 1, arbitrary: fc.constantFrom("- ", "1. ", "å", "at 1) x.") },
  );

  async function press(key: string, modifier: string): Promise<void> {
    const modifiers = modifier === "Control" ? 2 : modifier === "Shift" ? 8 : 0;
    const windowsVirtualKeyCode = codes[key] ?? key.toUpperCase().charCodeAt(0);
    const printed = key === "Enter" && modifiers !== 2 ? { text: "\r" } : {};
    const commands = key === "a" ? ["selectAll"] : [];
    const event = { key, code: key.length === 1 ? `Key${key.toUpperCase()}` : key, modifiers, windowsVirtualKeyCode, commands };
    await cdp().send("Input.dispatchKeyEvent", { type: printed.text ? "keyDown" : "rawKeyDown", ...event, ...printed });
    await cdp().send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  it("keep the punkter, their order and their parts", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), fc.nat(2), async (steps, start) => {
        surface.unmount();
        surface = await mount(fullMeeting());
        surface.go(start + 1);
        for (const each of steps) {
          surface.text.focus();
          if (typeof each === "string") await cdp().send("Input.insertText", { text: each });
          else await press(each[0], each[1]);
        }
        expect(surface.structure()).toEqual(structure);
        const ids = (surface.value(2, "recommendations") as { id: string }[]).map((point) => point.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 40 },
    );
  });
});
