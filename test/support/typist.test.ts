import { expect, it } from "vitest";
import { nextKey } from "./typist.ts";

it.each([
  ["ådmanden bemærkede, at ", "ådmanden bemærkede, at det haster", { key: "Tab", writes: "ådmanden bemærkede, at " }],
  ["ådmanden bemærkede, at ", "ådmanden besluttede", { key: "ArrowRight", writes: "ådmanden" }],
  ["ådmanden", "åd", { key: "å", writes: "å" }],
  ["r", "regionen", { key: "r", writes: "r" }],
  ["", "Følger", { key: "F", writes: "F" }],
])("sees %j, wants %j", (ghost, wanted, next) => {
  expect(nextKey(ghost, wanted)).toEqual(next);
});
