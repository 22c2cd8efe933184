import { afterEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { localDay } from "../../../renderer/app/clock.ts";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";
import { type ItemView, itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newItem, newMeeting } from "../../support/fake-meeting.ts";
import { openWindow, spoken } from "./open-window.tsx";

const rowButton = (number: number) => page.getByRole("button", { name: new RegExp(`^Punkt ${number}, `) });
const clock = () => document.querySelector(".clock-time")?.textContent ?? "";
const rowTime = (number: number) => rowButton(number).element().querySelector(".rail-minutes")?.textContent ?? "";

function running(fields: Partial<MeetingView> = {}, ...items: ItemView[]): MeetingView {
  const own = items.length > 0 ? items : [newItem("Dagsorden", 5), newItem("Handicapbarometer", 10), newItem("Bordet rundt", 20)];
  return newMeeting({ state: "running", categories: [{ id: crypto.randomUUID(), name: "Sager", items: own }], ...fields });
}

async function openMeeting(meeting: MeetingView): Promise<FakeMain> {
  const main = openWindow({ meetings: [meeting] });
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 10. marts" })).toBeVisible();
  return main;
}

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1_000).toISOString();
const write = async (number: number, text: string): Promise<void> => {
  await rowButton(number).click();
  await userEvent.keyboard(text);
};

afterEach(() => void vi.useRealTimers());

describe("the clock of a punkt", () => {
  it("stands still while the PC sleeps, says so, and Fortryd counts that time all the same", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const main = await openMeeting(running({}, newItem("Handicapbarometer", 10, { runningSince: ago(371) })));
    await expect.poll(clock).toMatch(/^06:1\d/);
    vi.setSystemTime(Date.now() + 8 * 3_600_000);
    await expect.poll(spoken).toBe("Uret for punkt 1 stod stille, mens pc'en sov");
    await expect.element(page.getByRole("heading", { name: "Uret står stille ved punkt 1" })).toBeVisible();
    expect(clock()).toMatch(/^06:1\d/);
    await page.getByRole("button", { name: "Fortryd" }).click();
    await expect.element(page.getByRole("heading", { name: "Punkt 1 er i gang" })).toBeVisible();
    expect(clock()).toMatch(/^486:/);
    expect(main.callsOf("clock:stop")).toHaveLength(1);
  });

  it("stops when the window is closed", async () => {
    const main = await openMeeting(running({}, newItem("Dagsorden", 5, { runningSince: ago(62) }), newItem("Bordet rundt", 20)));
    main.emit("app:close-requested", {});
    await expect.poll(() => main.callsOf("app:flushed")).toHaveLength(1);
    expect(main.callsOf("clock:stop")).toHaveLength(1);
  });

  it("goes on when the window stays, since what was written could not be saved", async () => {
    const main = await openMeeting(running({}, newItem("Dagsorden", 5, { runningSince: ago(62) })));
    main.failures.set("meetings:save-fields", { kind: "save-failed", code: "SQLITE_IOERR" });
    await write(1, "Godkendt.");
    main.emit("app:close-requested", {});
    await expect.element(page.getByRole("alert")).toBeVisible();
    expect([main.callsOf("clock:stop"), main.callsOf("app:flushed")]).toEqual([[], []]);
    main.failures.clear();
    main.emit("app:close-requested", {});
    await expect.poll(() => main.callsOf("app:flushed")).toHaveLength(1);
    expect(main.callsOf("clock:stop")).toHaveLength(1);
  });

  it("starts with the first words of its decision, once, and goes on to the next punkt that is written in", async () => {
    const main = await openMeeting(running());
    await write(2, "Godkendt uden bemærkninger.");
    await expect.element(page.getByRole("heading", { name: "Punkt 2 er i gang" })).toBeVisible();
    expect(main.callsOf("clock:start")).toHaveLength(1);
    await write(3, "MJ orienterede.");
    await expect.element(page.getByRole("heading", { name: "Punkt 3 er i gang" })).toBeVisible();
    expect(main.callsOf("clock:start")).toHaveLength(2);
    expect(document.querySelector(".ProseMirror")?.textContent).toContain("Godkendt uden bemærkninger.");
  });

  it("stays in sight with its button where the rail is as narrow as a number", async () => {
    const main = await openMeeting(running({}, newItem("Handicapbarometer", 10, { runningSince: ago(371), spentSeconds: 0 })));
    await page.viewport(720, 900);
    const shown = (selector: string): DOMRect => (document.querySelector(selector) as Element).getBoundingClientRect();
    const rail = shown(".rail");
    expect(shown(".clock-time").width).toBeGreaterThan(24);
    expect(shown(".clock-time").right).toBeLessThanOrEqual(rail.right);
    await page.getByRole("button", { name: "Stop uret" }).click();
    await expect.poll(() => main.callsOf("clock:stop")).toHaveLength(1);
  });

  it("counts the seconds without drawing the agenda or the text anew", async () => {
    await openMeeting(running({}, newItem("Handicapbarometer", 10, { runningSince: ago(371), spentSeconds: 0 })));
    await expect.poll(clock).toMatch(/^06:\d\d \/ 10 min$/);
    const before = clock();
    const changed: string[] = [];
    const watch = new MutationObserver((records) => {
      for (const { target } of records)
        changed.push((target instanceof Element ? target : target.parentElement)?.closest("[class]")?.className ?? "");
    });
    for (const place of [".rail", ".writing"])
      watch.observe(document.querySelector(place) as Element, { childList: true, subtree: true, characterData: true, attributes: true });
    await expect.poll(clock).not.toBe(before);
    watch.disconnect();
    expect(new Set(changed.map((name) => name.split(" ")[0]))).toEqual(new Set(["clock-time", "clock-meter-part"]));
  });

  it.each([
    ["in a meeting that was set running before its day", { state: "running", date: "2126-03-10" }, "Godkendt."],
    ["in a meeting planned for another day", { state: "planned", date: "2126-03-10" }, "Godkendt."],
    ["in a meeting that is held", { state: "draft" }, "Godkendt."],
    ["for a title", {}, "{Escape}{F2} fra sidst"],
  ] as const)("does not start %s", async (_where, fields, keys) => {
    const main = await openMeeting(running(fields));
    await write(2, keys);
    await expect.poll(() => useOpenMeeting.getState().saving.kind).toBe("saved");
    expect(main.callsOf("meetings:save-fields").length).toBeGreaterThan(0);
    expect(main.callsOf("clock:start")).toHaveLength(0);
  });

  it("starts in a planned meeting on its own day and time, which then has begun", async () => {
    const now = new Date();
    const time = (hours: number) => `${String(hours).padStart(2, "0")}:00`;
    const own = { state: "planned", date: localDay(now), start: time(now.getHours()), end: "23:59" } as const;
    await openMeeting(running(own));
    await write(2, "Godkendt.");
    await expect.element(page.getByRole("heading", { name: "Punkt 2 er i gang" })).toBeVisible();
    expect(useOpenMeeting.getState().meeting?.state).toBe("running");
  });

  it("stays stopped where a person stopped it, until the meeting goes on to another", async () => {
    const main = await openMeeting(running());
    await write(2, "Godkendt");
    await expect.element(page.getByRole("heading", { name: "Punkt 2 er i gang" })).toBeVisible();
    await userEvent.keyboard("{F8}");
    await expect.element(page.getByRole("heading", { name: "Uret står stille ved punkt 2" })).toBeVisible();
    expect(spoken()).toBe("Uret står stille ved punkt 2");
    await userEvent.keyboard(" uden bemærkninger.");
    await useOpenMeeting.getState().flush();
    expect(main.callsOf("clock:start")).toHaveLength(1);
    await userEvent.keyboard("{F8}");
    await expect.element(page.getByRole("heading", { name: "Punkt 2 er i gang" })).toBeVisible();
  });

  it("is moved to the agenda's row with the focus by F8, and read aloud by Shift+F8", async () => {
    await openMeeting(running({}, newItem("Dagsorden", 5, { runningSince: ago(62) }), newItem("Bordet rundt", 20)));
    await userEvent.keyboard("{Shift>}{F8}{/Shift}");
    await expect.poll(spoken).toMatch(/^Punkt 1 er i gang\. 01:\d\d af 5 min\. Forventet slut \d\d\.\d\d$/);
    (rowButton(2).element() as HTMLElement).focus();
    await userEvent.keyboard("{F8}");
    await expect.element(page.getByRole("heading", { name: "Punkt 2 er i gang" })).toBeVisible();
  });

  it("says when the meeting ends and how that fits", async () => {
    const now = Date.now();
    const clockText = (at: Date, mark: string) =>
      `${String(at.getHours()).padStart(2, "0")}${mark}${String(at.getMinutes()).padStart(2, "0")}`;
    const end = new Date(now + 33 * 60_000);
    const meeting = running(
      { date: localDay(new Date(now)), end: clockText(end, ":") },
      newItem("Dagsorden", 5, { runningSince: new Date(now).toISOString() }),
      newItem("Bordet rundt", 20),
      newItem("Sagen", 60, { outcome: "postponed" }),
    );
    await openMeeting(meeting);
    if (localDay(end) !== localDay(new Date(now))) return;
    await expect
      .element(page.getByText(/^Forventet slut \d\d\.\d\d$/))
      .toHaveTextContent(`Forventet slut ${clockText(new Date(now + 25 * 60_000), ".")}`);
    await expect.element(page.getByText("8 min før tid")).toBeVisible();
  });

  it("counts what a punkt without minutes usually takes, and says so where nothing is known of one", async () => {
    const first = newItem("Dagsorden", 5, { runningSince: new Date().toISOString() });
    const usual = newItem("Bordet rundt", null, { usualMinutes: 14 });
    await openMeeting(running({}, first, usual));
    expect(rowTime(2)).toBe("ca. 14");
    await expect
      .element(page.getByRole("button", { name: "Punkt 2, Bordet rundt, tom, plejer at tage 14 minutter", exact: true }))
      .toBeVisible();
    await expect.element(page.getByText(/^Forventet slut \d\d\.\d\d$/)).toBeVisible();
    await page.getByRole("button", { name: "Nyt punkt", exact: true }).click();
    await expect.element(page.getByText(/^Slutter tidligst \d\d\.\d\d$/)).toBeVisible();
  });

  it("tells in the row what was spent of what was planned, in words too, and is corrected there", async () => {
    const main = await openMeeting(
      running({}, newItem("Sagen", 10, { spentSeconds: 18 * 60 }), newItem("Kort", 10, { spentSeconds: 540 }), newItem("Uden tid", null)),
    );
    expect([rowTime(1), rowTime(2), rowTime(3)]).toEqual(["18 / 10", "9 / 10", ""]);
    expect(rowButton(1).element().querySelector(".rail-minutes-over")).not.toBeNull();
    expect(rowButton(2).element().querySelector(".rail-minutes-over")).toBeNull();
    await expect.element(page.getByRole("button", { name: "Punkt 1, Sagen, i gang, 18 af 10 minutter", exact: true })).toBeVisible();
    (rowButton(1).element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}");
    await page.getByRole("menuitem", { name: "Ret tid brugt" }).click();
    await userEvent.keyboard("{Control>}a{/Control}7:30{Enter}");
    await expect.poll(() => rowTime(1)).toBe("8 / 10");
    expect(main.callsOf("clock:correct")).toEqual([{ itemId: itemsOf(main.meetings[0] as MeetingView)[0]?.id, seconds: 450 }]);
    await expect.element(rowButton(1)).toHaveFocus();
  });

  it("shows the length of a meeting that is held", async () => {
    await openMeeting(running({ state: "draft" }, newItem("Sagen", 10, { spentSeconds: 6_360 })));
    await expect.element(page.getByText("Mødet er slut")).toBeVisible();
    expect(clock()).toBe("1 t 46 min");
  });
});

describe("a punkt that is not dealt with", () => {
  it("is postponed with F9 and struck with Shift+F9, keeps its place, says so, and is taken back", async () => {
    const main = await openMeeting(running());
    await rowButton(2).click();
    await userEvent.keyboard("{F9}");
    await expect
      .element(page.getByRole("button", { name: "Punkt 2, Handicapbarometer, skubbes, 10 minutter", exact: true }))
      .toMatchTextContent(/Skubbes/);
    await expect.poll(spoken).toBe("Punkt 2 skubbes og foreslås til næste møde");
    await userEvent.keyboard("{Shift>}{F9}{/Shift}");
    await expect.element(page.getByRole("button", { name: "Punkt 2, Handicapbarometer, udgår, 10 minutter", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Fortryd" }).click();
    await expect.element(page.getByRole("button", { name: /^Punkt 2, Handicapbarometer, skubbes/ })).toBeVisible();
    await useOpenMeeting.getState().flush();
    expect(itemsOf(main.meetings[0] as MeetingView).map(({ outcome }) => outcome)).toEqual(["normal", "postponed", "normal"]);
  });

  it("is ticked in its menu", async () => {
    await openMeeting(running());
    (rowButton(3).element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}");
    await page.getByRole("menuitemcheckbox", { name: "Udgår" }).click();
    await expect.element(page.getByRole("button", { name: /^Punkt 3, Bordet rundt, udgår/ })).toBeVisible();
  });
});
