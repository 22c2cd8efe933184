import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";
import type { AppError } from "../../../shared/errors.ts";
import { item, meetingOf, mount, rich, type Surface } from "./surface.tsx";

let surface: Surface;
const saving = () => useOpenMeeting.getState().saving;

beforeEach(async () => {
  surface = await mount(meetingOf(item(1), item(2, { decision: rich("Drøftet") })));
});

afterEach(() => surface.unmount());

describe("typing", () => {
  it("is saved by field, within 300 ms of the first key", async () => {
    const waits: number[] = [];
    for (const word of ["Rådmanden", "besluttede", "at", "sagen", "udgår"]) {
      const before = surface.main.saves.length;
      let firstKey = 0;
      addEventListener("keydown", () => (firstKey ||= performance.now()), { capture: true });
      await userEvent.keyboard(word);
      await expect.poll(() => saving().kind).toBe("saved");
      waits.push((surface.main.saves[before]?.at ?? Number.POSITIVE_INFINITY) - firstKey);
    }
    expect(waits.sort((a, b) => a - b)[2]).toBeLessThan(300);
    expect(surface.main.saves.at(-1)?.changes).toEqual([
      { entity: "item", id: item(1).id, field: "decision", value: rich("Rådmandenbesluttedeatsagenudgår") },
    ]);
  });

  it("is saved while the keys go on, not after they stop", async () => {
    for (let word = 0; word < 80 && surface.main.saves.length < 2; word++) await userEvent.keyboard("rådmanden drøftede sagen ");
    expect(surface.main.saves.length).toBeGreaterThanOrEqual(2);
  });

  it("says saved only after the reply", async () => {
    surface.main.hold = true;
    await userEvent.keyboard("Godkendt");
    await expect.poll(() => surface.main.saves).toHaveLength(1);
    expect(saving().kind).toBe("saving");
    surface.main.release();
    await expect.poll(() => saving().kind).toBe("saved");
    expect(saving()).toEqual({ kind: "saved", at: surface.main.savedAt() });
  });

  it("during a save waits for the next one", async () => {
    surface.main.hold = true;
    await userEvent.keyboard("a");
    await expect.poll(() => surface.main.saves).toHaveLength(1);
    await userEvent.keyboard("b");
    const flushed = useOpenMeeting.getState().flush();
    const released = performance.now();
    surface.main.release();
    expect(await flushed).toBe(true);
    expect(surface.main.saves[1]?.at).toBeGreaterThanOrEqual(released);
    expect(surface.main.saves.map((save) => save.changes[0]?.value)).toEqual([rich("a"), rich("ab")]);
  });

  it("shows in the store's meeting, for the rail beside it", async () => {
    await userEvent.keyboard("Godkendt");
    await expect.poll(() => saving().kind).toBe("saved");
    expect(useOpenMeeting.getState().meeting?.categories[0]?.items[0]?.decision).toEqual(rich("Godkendt"));
  });
});

describe("a save that fails", () => {
  it("keeps the text and is sent again unchanged, before what was typed later", async () => {
    surface.main.failWith = { kind: "disk-full", where: "data" };
    await userEvent.keyboard("Godkendt");
    await expect.poll(() => saving()).toEqual({ kind: "failed", error: { kind: "disk-full", where: "data" } });
    await userEvent.keyboard(" uden");
    expect(surface.words(1)).toBe("Godkendt uden");
    expect(saving().kind).toBe("failed");
    surface.main.failWith = null;
    await expect.poll(() => saving().kind).toBe("saved");
    const [first, again, later] = surface.main.saves;
    expect(again).toMatchObject({ operationId: first?.operationId, changes: first?.changes });
    expect(later?.operationId).not.toBe(first?.operationId);
    expect(later?.changes[0]?.value).toEqual(rich("Godkendt uden"));
  });

  it("does not let the meeting close, and the text is still there", async () => {
    surface.main.failWith = { kind: "save-failed", code: "SQLITE_IOERR" };
    await userEvent.keyboard("Godkendt");
    expect(await useOpenMeeting.getState().close()).toBe(false);
    expect(useOpenMeeting.getState().meeting).not.toBeNull();
    surface.main.failWith = null;
    expect(await useOpenMeeting.getState().flush()).toBe(true);
    expect(surface.main.saves.at(-1)?.changes[0]?.value).toEqual(rich("Godkendt"));
  });

  it("is over for a flush when the text was sent again and what was typed since is saved too", async () => {
    surface.main.failWith = { kind: "save-failed", code: "SQLITE_IOERR" };
    await userEvent.keyboard("God");
    await expect.poll(() => saving().kind).toBe("failed");
    await userEvent.keyboard("kendt");
    surface.main.failWith = null;
    expect(await useOpenMeeting.getState().flush()).toBe(true);
    expect(surface.main.saves.at(-1)?.changes[0]?.value).toEqual(rich("Godkendt"));
  });

  it("for one field holds back no other", async () => {
    surface.main.refuse = (change) => (change.field === "date" ? { kind: "invalid-input", field: "date", reason: "findes ikke" } : null);
    const { changeField, meeting, flush } = useOpenMeeting.getState();
    changeField({ entity: "meeting", id: meeting?.id ?? "", field: "date", value: "2026-02-31" });
    await userEvent.keyboard("Godkendt");
    await expect
      .poll(() => surface.main.saves.some((save) => save.changes.length === 1 && save.changes[0]?.field === "decision"))
      .toBe(true);
    expect(await flush()).toBe(false);
    expect(saving().kind).toBe("failed");
    changeField({ entity: "meeting", id: meeting?.id ?? "", field: "date", value: "2026-02-28" });
    surface.main.refuse = () => null;
    expect(await flush()).toBe(true);
    expect(saving().kind).toBe("saved");
    expect(surface.main.saves.at(-1)?.changes).toEqual([{ entity: "meeting", id: meeting?.id, field: "date", value: "2026-02-28" }]);
  });
});

describe("flush", () => {
  it("saves what was typed a moment ago", async () => {
    await userEvent.keyboard("x");
    expect(await useOpenMeeting.getState().flush()).toBe(true);
    expect(surface.main.saves.at(-1)?.changes[0]?.value).toEqual(rich("x"));
  });

  it("asks anew when the save on its way fails of what is over by then", async () => {
    const failures: AppError[] = [{ kind: "save-failed", code: "SQLITE_IOERR" }];
    surface.main.refuse = () => failures.pop() ?? null;
    surface.main.hold = true;
    await userEvent.keyboard("x");
    await expect.poll(() => surface.main.saves).toHaveLength(1);
    const flushed = useOpenMeeting.getState().flush();
    surface.main.release();
    expect(await flushed).toBe(true);
    expect(surface.main.saves).toHaveLength(2);
  });

  it("comes by itself when the window is left", async () => {
    surface.main.hold = true;
    await userEvent.keyboard("x");
    window.dispatchEvent(new Event("blur"));
    expect(surface.main.saves).toHaveLength(1);
  });

  it("saves what was typed before the editor went away", async () => {
    await userEvent.keyboard("sidste ord");
    surface.unmount();
    expect(await useOpenMeeting.getState().flush()).toBe(true);
    expect(surface.main.saves.at(-1)?.changes[0]?.value).toEqual(rich("sidste ord"));
  });
});
