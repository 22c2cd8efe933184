import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { cdp, userEvent } from "vitest/browser";
import { stayingItems } from "../../../renderer/editor/staying-items.ts";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";
import type { ItemView, MeetingView } from "../../../shared/domain/meeting.ts";
import type { Block, Mark, RichText } from "../../../shared/domain/rich-text.ts";
import { item, meetingOf, mount, paragraph, rich, type Surface } from "./surface.tsx";

let surface: Surface;

afterEach(() => surface.unmount());

const later = (meeting: MeetingView): MeetingView => ({ ...meeting, savedAt: "2026-03-10T12:00:00.000Z" });
const replace = (...items: ItemView[]) => useOpenMeeting.getState().replaceMeeting(later(meetingOf(...items)));
const order = () => surface.structure().map((line) => Number(line.slice(24, 36)));

describe("a reply that changes the structure", () => {
  it("moves the punkt that is being written: its unsaved text, the caret and undo go with it", async () => {
    surface = await mount(meetingOf(item(1), item(2), item(3)));
    surface.go(2);
    await userEvent.keyboard("rådmanden ");
    replace(item(2), item(3), item(1));
    await userEvent.keyboard("tog");
    replace(item(3), item(1), item(2));
    await userEvent.keyboard(" den");
    expect(order()).toEqual([3, 1, 2]);
    expect(surface.words(2)).toBe("rådmanden tog den");
    await expect.poll(() => useOpenMeeting.getState().saving.kind).toBe("saved");
    expect(surface.main.saves.at(-1)?.changes[0]).toMatchObject({ id: item(2).id, value: rich("rådmanden tog den") });
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(surface.words(2)).toBe("");
    expect(order()).toEqual([3, 1, 2]);
  });

  it("adds and removes punkter and changes their facts, and nothing of it is saved or undone", async () => {
    surface = await mount(meetingOf(item(1, { decision: rich("Et") }), item(2), item(3, { decision: rich("Tre") })));
    surface.go(1);
    replace(item(1, { decision: rich("Et"), minutes: 10 }), item(3, { number: 2, decision: rich("Tre") }), item(4, { title: "Ny sag" }));
    expect(order()).toEqual([1, 3, 4]);
    expect(surface.part(1, "title").closest(".meeting-item")?.textContent).toContain("10 min");
    expect(surface.part(3, "decision").getAttribute("aria-label")).toBe("Punkt 2, beslutning");
    expect(surface.value(4, "title")).toBe("Ny sag");
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(order()).toEqual([1, 3, 4]);
    expect(await useOpenMeeting.getState().flush()).toBe(true);
    expect(surface.main.saves).toEqual([]);
  });

  it("older than the last save never brings old text back", async () => {
    surface = await mount(meetingOf(item(1), item(2)));
    await userEvent.keyboard("Godkendt.");
    await useOpenMeeting.getState().flush();
    useOpenMeeting.getState().replaceMeeting(meetingOf(item(2), item(1)));
    surface.text.blur();
    useOpenMeeting.getState().replaceMeeting(meetingOf(item(1), item(2)));
    expect(surface.words(1)).toBe("Godkendt.");
    expect(useOpenMeeting.getState().meeting?.categories[0]?.items[0]?.decision).toEqual(rich("Godkendt."));
  });

  it("waits for a letter that is being composed", async () => {
    surface = await mount(meetingOf(item(1), item(2)));
    await cdp().send("Input.imeSetComposition", { text: "é", selectionStart: 1, selectionEnd: 1 });
    replace(item(2), item(1));
    expect(order()).toEqual([1, 2]);
    await cdp().send("Input.insertText", { text: "é" });
    await expect.poll(() => order()).toEqual([2, 1]);
    expect(surface.words(1)).toBe("é");
  });
});

describe("a field changed beside the text", () => {
  it("shows in the text: a title from the agenda, a punkt that is closed and opened again", async () => {
    surface = await mount(meetingOf(item(1, { publicDecision: rich("Åbent") }), item(2)));
    surface.go(2);
    const { changeField, flush } = useOpenMeeting.getState();
    changeField({ entity: "item", id: item(1).id, field: "title", value: "Nyt navn" });
    changeField({ entity: "item", id: item(1).id, field: "closed", value: true });
    expect(surface.part(1, "title").textContent).toBe("Nyt navn");
    expect(surface.words(1, "publicDecision")).toBe("Åbent");
    changeField({ entity: "item", id: item(1).id, field: "closed", value: false });
    expect(surface.value(1, "publicDecision")).toBeUndefined();
    changeField({ entity: "item", id: item(1).id, field: "closed", value: true });
    expect(surface.words(1, "publicDecision")).toBe("Åbent");
    expect(await flush()).toBe(true);
    expect(surface.main.saves.flatMap((save) => save.changes)).toEqual([
      { entity: "item", id: item(1).id, field: "title", value: "Nyt navn" },
      { entity: "item", id: item(1).id, field: "closed", value: true },
    ]);
  });

  it("does not lose a public decision written just before the punkt is opened", async () => {
    surface = await mount(meetingOf(item(1, { closed: true })));
    surface.part(1, "publicDecision").querySelector("p")?.scrollIntoView();
    await userEvent.click(surface.part(1, "publicDecision").querySelector("p") as Element);
    await userEvent.keyboard("Til alle");
    useOpenMeeting.getState().changeField({ entity: "item", id: item(1).id, field: "closed", value: false });
    expect(await useOpenMeeting.getState().flush()).toBe(true);
    expect(surface.main.saves.flatMap((save) => save.changes)).toContainEqual({
      entity: "item",
      id: item(1).id,
      field: "publicDecision",
      value: rich("Til alle"),
    });
  });
});

describe("stayingItems", () => {
  it("keeps the longest run in order, and the one with the caret before all", () => {
    expect(stayingItems(["a", "b", "c", "d"], ["d", "a", "b", "c"], null)).toEqual(new Set(["a", "b", "c"]));
    expect(stayingItems(["a", "b", "c", "d"], ["d", "a", "b", "c"], "d")).toEqual(new Set(["d"]));
    expect(stayingItems(["a", "b"], ["b", "x"], null)).toEqual(new Set(["b"]));
  });
});

describe("a meeting through the editor", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((words) => !/[\p{Cc}\p{Cs}]/u.test(words));
  const markSets: Mark[][] = [[], [{ type: "bold" }], [{ type: "italic" }], [{ type: "bold" }, { type: "italic" }]];
  const marks = fc.constantFrom(...markSets);
  const run = fc
    .tuple(text, marks)
    .map(([words, set]) => ({ type: "text" as const, text: words, ...(set.length > 0 ? { marks: set } : {}) }));
  const line = fc.oneof(
    fc.constant(paragraph("")),
    run.map((only): Block => ({ type: "paragraph", content: [only] })),
  );
  const list = (depth: number): fc.Arbitrary<Block> => {
    const entry = fc.tuple(line, depth > 0 ? fc.array(list(depth - 1), { maxLength: 1 }) : fc.constant<Block[]>([]));
    const content = fc.array(
      entry.map(([first, rest]) => ({ type: "listItem" as const, content: [first, ...rest] })),
      { minLength: 1, maxLength: 3 },
    );
    return fc
      .tuple(content, fc.constantFrom(null, 0, 4))
      .map(
        ([entries, start]): Block =>
          start === null ? { type: "bulletList", content: entries } : { type: "orderedList", attrs: { start }, content: entries },
      );
  };
  const richText = fc
    .array(fc.oneof(line, list(2)), { minLength: 1, maxLength: 4 })
    .filter((blocks) => !(blocks.length === 1 && JSON.stringify(blocks[0]) === JSON.stringify(paragraph(""))))
    .map((content): RichText => ({ type: "doc", content }));

  it("comes out as it went in", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(richText, richText, richText, text, async (agendaText, decision, publicDecision, title) => {
        surface?.unmount();
        const recommendations = [{ id: "11111111-0000-4000-8000-000000000001", text: `at ${title}` }];
        const sent = item(1, { title, agendaText, decision, publicDecision, recommendations, closed: true });
        surface = await mount(meetingOf(sent));
        for (const field of ["title", "agendaText", "recommendations", "decision", "publicDecision"] as const)
          expect(surface.value(1, field)).toEqual(sent[field]);
      }),
      { numRuns: 60 },
    );
  });
});
