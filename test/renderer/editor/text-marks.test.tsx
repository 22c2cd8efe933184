import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { useUi } from "../../../renderer/stores/ui.ts";
import type { WrongWord } from "../../../shared/ipc/contract.ts";
import { item, meetingOf, mount, rich, type Surface } from "./surface.tsx";

let surface: Surface;
/** The dictionary: words it does not know, what it was asked, and what was added. */
let wrong: Map<string, WrongWord["kind"]>;
let asked: string[];

function answerSpelling(): void {
  asked = [];
  wrong = new Map([
    ["somemrferien", "unknown"],
    ["herunde", "suspicious"],
    ["Ankelse", "unknown"],
  ]);
  const requests = window.bridge.requests as unknown as Record<string, (input: never) => Promise<unknown>>;
  requests["spelling:check"] = async ({ words }: { words: string[] }) => {
    asked.push(...words);
    return { ok: true, value: { wrong: words.flatMap((word) => (wrong.has(word) ? [{ word, kind: wrong.get(word) }] : [])) } };
  };
  requests["spelling:suggest"] = async ({ word }: { word: string }) => ({
    ok: true,
    value: word === "somemrferien" ? ["sommerferien"] : [],
  });
  requests["spelling:add"] = async ({ word }: { word: string }) => {
    wrong.delete(word);
    return { ok: true, value: null };
  };
}

async function open(...items: Parameters<typeof meetingOf>): Promise<void> {
  surface = await mount(meetingOf(...items));
  answerSpelling();
}

beforeEach(() => open(item(1, { decision: rich("Efter somemrferien. Herefter ses på det.") }), item(2)));
afterEach(() => surface.unmount());

const marked = (number: number) => [...surface.part(number, "decision").querySelectorAll(".text-mark")].map((mark) => mark.textContent);
const entries = () => [...document.querySelectorAll(".mark-menu [role=menuitem]")].map((entry) => entry.textContent);

describe("spelling", () => {
  it("marks what the dictionary does not know, also in text that was there, and asks about each word once", async () => {
    await expect.poll(() => marked(1)).toEqual(["somemrferien"]);
    await userEvent.keyboard("Det ses herunde. Godt, efter Ankelse ");
    await expect.poll(() => marked(2)).toEqual(["herunde", "Ankelse"]);
    expect(asked.length).toBe(new Set(asked).size);
    expect(surface.part(2, "decision").querySelector(".text-mark")?.getAttribute("title")).toContain("slåfejl");
  });

  it("marks it later where the dictionary did not answer at first, though nothing more is written", async () => {
    const requests = window.bridge.requests as unknown as Record<string, (input: never) => Promise<unknown>>;
    const answer = requests["spelling:check"];
    let refused = 0;
    requests["spelling:check"] = async () => {
      refused += 1;
      return { ok: false, error: { kind: "spelling-failed", detail: "not done after 10000 ms" } };
    };
    await expect.poll(() => refused).toBe(1);
    requests["spelling:check"] = answer as NonNullable<typeof answer>;
    expect(marked(1)).toEqual([]);
    await expect.poll(() => marked(1)).toEqual(["somemrferien"]);
  });

  it("leaves the word being typed in peace, and marks it when the caret is elsewhere", async () => {
    await userEvent.keyboard("Efter Ankelse");
    await expect.poll(() => asked).toContain("Ankelse");
    await expect.poll(() => marked(1)).toEqual(["somemrferien"]);
    expect(marked(2)).toEqual([]);
    await userEvent.keyboard("{ArrowLeft>8}{/ArrowLeft}");
    expect(marked(2)).toEqual(["Ankelse"]);
  });

  it("takes the mark away at once when the word is changed", async () => {
    await expect.poll(() => marked(1)).toEqual(["somemrferien"]);
    await userEvent.keyboard("{F7}{ArrowRight}{Backspace}");
    expect(marked(1)).toEqual([]);
    expect(surface.words(1)).toContain("somemrferie.");
  });

  it("goes to the next with F7, round the end, and back with Shift", async () => {
    await userEvent.keyboard("Det ses herunde, ja. ");
    await expect.poll(() => marked(2)).toEqual(["herunde"]);
    await userEvent.keyboard("{F7}");
    expect(String(document.getSelection())).toBe("somemrferien");
    await userEvent.keyboard("{F7}");
    expect(String(document.getSelection())).toBe("herunde");
    await userEvent.keyboard("{Shift>}{F7}{/Shift}");
    expect(String(document.getSelection())).toBe("somemrferien");
    expect(useUi.getState().spoken.text).toContain("somemrferien");
  });

  it("writes a suggestion in its place by keys alone, as one step to undo", async () => {
    await expect.poll(() => marked(1)).toHaveLength(1);
    await userEvent.keyboard("{F7}{Alt>}{Enter}{/Alt}");
    await expect.poll(() => entries()).toEqual(["sommerferien", "Tilføj til ordlisten"]);
    await userEvent.keyboard("{ArrowDown}{ArrowUp}{Enter}");
    expect(surface.words(1)).toBe("Efter sommerferien. Herefter ses på det.");
    expect(document.activeElement).toBe(surface.text);
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(surface.words(1)).toBe("Efter somemrferien. Herefter ses på det.");
  });

  it("adds a word with its last entry, everywhere at once, and Esc changes nothing", async () => {
    await userEvent.keyboard("somemrferien igen. ");
    await expect.poll(() => [marked(1), marked(2)].flat()).toEqual(["somemrferien", "somemrferien"]);
    await userEvent.keyboard("{F7}{Alt>}{Enter}{/Alt}{Escape}");
    expect(document.querySelector(".mark-menu")).toBeNull();
    expect(document.activeElement).toBe(surface.text);
    await userEvent.keyboard("{Alt>}{Enter}{/Alt}");
    await expect.poll(() => entries()).toHaveLength(2);
    await userEvent.keyboard("{End}{Enter}");
    await expect.poll(() => [marked(1), marked(2)].flat()).toEqual([]);
  });

  it("opens by a right click", async () => {
    await expect.poll(() => marked(1)).toHaveLength(1);
    await userEvent.click(surface.part(1, "decision").querySelector(".text-mark") as HTMLElement, { button: "right" });
    await expect.poll(() => entries()).toEqual(["sommerferien", "Tilføj til ordlisten"]);
  });

  it("changes nothing that is saved", async () => {
    await expect.poll(() => marked(1)).toHaveLength(1);
    expect(surface.main.saves).toEqual([]);
  });
});

describe("house style", () => {
  it("marks it quietly, says why and writes the better words, also without a dictionary", async () => {
    surface = await mount(meetingOf(item(1, { decision: rich("Behandlingen af behandlingen af sagen er færdig.") })));
    await expect.poll(() => marked(1)).toEqual(["Behandlingen af behandlingen af"]);
    expect(surface.part(1, "decision").querySelector(".text-mark")?.className).toContain("is-style");
    await userEvent.keyboard("{F7}{Alt>}{Enter}{/Alt}{Enter}");
    expect(surface.words(1)).toBe("Behandlingen af sagen er færdig.");
  });

  it("finds its place in a list and in an at-point after an empty one", async () => {
    await open(
      item(1, {
        decision: {
          type: "doc",
          content: [
            { type: "paragraph", content: [{ type: "text", text: "Det sker" }] },
            {
              type: "bulletList",
              content: [
                { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "her" }] }] },
                { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "igen og på på sted" }] }] },
              ],
            },
          ],
        },
        recommendations: [{ id: "11111111-0000-4000-8000-000000000001", text: "at at rådmanden ser på det" }],
      }),
    );
    await expect.poll(() => marked(1)).toEqual(["på på"]);
    expect(surface.part(1, "recommendations").querySelector(".text-mark")?.textContent).toBe("at at");
  });

  it("tells of a bilag that does not fit the punkt under its title", async () => {
    await open(
      item(1, {
        title: "Status på borgere med dobbeltdiagnose",
        attachments: [
          {
            id: "33333333-0000-4000-8000-000000000001",
            title: "Indstilling om borgere med dobbeltborgerskab",
            fileName: "a.pdf",
            mediaType: "application/pdf",
            bytes: 1,
            sha256: "0".repeat(64),
            trouble: null,
          },
        ],
      }),
    );
    await expect.poll(() => surface.part(1, "title").querySelector(".text-mark")?.getAttribute("title")).toContain("dobbeltborgerskab");
  });
});
