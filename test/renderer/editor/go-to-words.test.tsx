import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { item, meetingOf, mount, rich, type Surface } from "./surface.tsx";

let surface: Surface;

beforeEach(async () => {
  surface = await mount(
    meetingOf(item(1, { decision: rich("Det er igang nu.", "Sagen er igang.") }), item(2, { decision: rich("igang") })),
  );
});
afterEach(() => surface.unmount());

const seen = { field: "decision", block: [1], from: 9, words: "igang" } as const;
const goThere = () => surface.handle.focusWords(item(1).id, seen);

describe("words that were seen in a text", () => {
  it("are selected where they stand now, whatever was written or taken away since", async () => {
    goThere();
    await userEvent.keyboard("i gang");
    expect(surface.words(1)).toBe("Det er igang nu.\nSagen er i gang.");
    goThere();
    await userEvent.keyboard("i gang");
    expect(surface.words(1)).toBe("Det er i gang nu.\nSagen er i gang.");
    goThere();
    expect(document.getSelection()?.toString()).toBe("");
    await userEvent.keyboard(" Tak.");
    expect([surface.words(1), surface.words(2)]).toEqual(["Det er i gang nu.\nSagen er i gang. Tak.", "igang"]);
  });
});
