import { describe, expect, it } from "vitest";
import { parseTypedDate, parseTypedMinutes, parseTypedTime } from "../../../renderer/app/typed.ts";

describe("what is typed is read as a Dane writes it", () => {
  it.each([
    ["10-03-2026", "2026-03-10"],
    ["10-3-26", "2026-03-10"],
    ["10.3.2026", "2026-03-10"],
    ["1/12 2026", "2026-12-01"],
    ["10032026", "2026-03-10"],
    [" 10-03-2026 ", "2026-03-10"],
    ["29-02-2028", "2028-02-29"],
    ["29-02-2026", null],
    ["31-04-2026", null],
    ["2026-03-10", null],
    ["10-03", null],
    ["", null],
    ["10. marts", null],
  ])("date %j is %j", (typed, date) => expect(parseTypedDate(typed)).toBe(date));

  it.each([
    ["11.00", "11:00"],
    ["11:00", "11:00"],
    ["1100", "11:00"],
    ["930", "09:30"],
    ["9", "09:00"],
    ["23.59", "23:59"],
    ["24.00", null],
    ["11.60", null],
    ["11.5", null],
    ["", null],
  ])("time %j is %j", (typed, time) => expect(parseTypedTime(typed)).toBe(time));

  it.each([
    ["10", 10],
    ["10 min", 10],
    ["", null],
    ["0", 0],
    ["1440", 1440],
    ["1441", undefined],
    ["-5", undefined],
    ["ti", undefined],
  ])("minutes %j are %j", (typed, minutes) => expect(parseTypedMinutes(typed)).toBe(minutes));
});
