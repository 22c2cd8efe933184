import { describe, expect, it } from "vitest";
import {
  hoursAndMinutes,
  isMeetingTime,
  minutesAndSeconds,
  minutesToSpare,
  type PlannedItem,
  secondsLeft,
  secondsSpent,
  spentAgainst,
} from "../../../shared/domain/clock.ts";

const since = "2026-03-10T10:42:00.000Z";
const later = (seconds: number, rest = 0): number => Date.parse(since) + seconds * 1_000 + rest;

describe("the time spent on a punkt", () => {
  it("is what was spent before and what runs, in whole seconds", () => {
    expect(secondsSpent({ spentSeconds: 60, runningSince: since }, later(312, 999))).toBe(372);
    expect(secondsSpent({ spentSeconds: 60, runningSince: null }, later(312))).toBe(60);
  });

  it("never shrinks when the PC's clock is turned back", () => {
    expect(secondsSpent({ spentSeconds: 60, runningSince: since }, later(-3_600))).toBe(60);
  });

  it.each([
    [0, "00:00"],
    [372, "06:12"],
    [4_503, "75:03"],
  ])("shows %i seconds as %s", (seconds, text) => expect(minutesAndSeconds(seconds)).toBe(text));

  it.each([
    [0, "0 min"],
    [3_569, "59 min"],
    [3_570, "1 t 0 min"],
    [6_360, "1 t 46 min"],
  ])("says %i seconds as %s", (seconds, text) => expect(hoursAndMinutes(seconds)).toBe(text));

  it.each([
    [29, 10, null, false],
    [30, 10, 1, false],
    [629, 10, 10, false],
    [630, 10, 11, true],
    [1_080, null, 18, false],
    [1_080, 0, 18, false],
  ])("of %i seconds against %s minutes is %s, over: %s", (spentSeconds, minutes, spent, over) => {
    expect(spentAgainst({ spentSeconds, runningSince: null, minutes }, 0)).toEqual({ spent, over });
  });
});

describe("the expected end", () => {
  const planned = (item: Partial<PlannedItem>): PlannedItem => ({
    ...{ minutes: 10, usualMinutes: null, spentSeconds: 0, runningSince: null, outcome: "normal", decided: false },
    ...item,
  });

  it.each<[string, Partial<PlannedItem>, number]>([
    ["not begun", {}, 600],
    ["begun", { spentSeconds: 240 }, 360],
    ["over its time", { spentSeconds: 700 }, 0],
    ["decided", { decided: true }, 0],
    ["decided, with its clock running", { decided: true, runningSince: since }, 540],
    ["struck", { outcome: "withdrawn" }, 0],
    ["postponed", { outcome: "postponed" }, 0],
    ["without minutes", { minutes: null }, 0],
    ["without minutes, but with a usual time", { minutes: null, usualMinutes: 14, spentSeconds: 60 }, 780],
  ])("counts for a punkt that is %s what is left of it", (_what, item, left) => {
    expect(secondsLeft([planned(item), planned({ minutes: 5 })], later(60)).seconds).toBe(left + 300);
  });

  it("is a least one while a punkt that is still to come has no time at all", () => {
    const open = planned({ minutes: null });
    const atLeast = (...items: PlannedItem[]) => secondsLeft(items, later(60)).atLeast;
    expect(atLeast(planned({}), open)).toBe(true);
    expect(atLeast(planned({ minutes: null, usualMinutes: 14 }), { ...open, decided: true }, { ...open, runningSince: since })).toBe(false);
  });

  it("is held against the planned end of the same day only", () => {
    const at = new Date(2026, 2, 10, 12, 52, 30).getTime();
    expect(minutesToSpare({ date: "2026-03-10", end: "13:00" }, at)).toBe(8);
    expect(minutesToSpare({ date: "2026-03-10", end: "12:40" }, at)).toBe(-12);
    expect(minutesToSpare({ date: "2026-03-11", end: "13:00" }, at)).toBeNull();
  });
});

describe("the time of the meeting", () => {
  const meeting = { state: "planned", date: "2026-03-10", start: "11:00", end: "13:00" } as const;
  const at = (hours: number, minutes: number, day = 10): number => new Date(2026, 2, day, hours, minutes).getTime();

  it.each([
    [at(10, 44), false],
    [at(10, 45), true],
    [at(14, 30), true],
    [at(14, 31), false],
    [at(11, 30, 11), false],
  ])("of a planned one is its own, with some room", (now, is) => expect(isMeetingTime(meeting, now)).toBe(is));

  it("is any time from its own day on for one that runs, and never for one that is held", () => {
    expect(isMeetingTime({ ...meeting, state: "running" }, at(8, 0))).toBe(true);
    expect(isMeetingTime({ ...meeting, state: "running" }, at(23, 0, 9))).toBe(false);
    expect(isMeetingTime({ ...meeting, state: "running" }, at(11, 0, 20))).toBe(true);
    expect(isMeetingTime({ ...meeting, state: "draft" }, at(11, 30))).toBe(false);
  });
});
