import { generateKeyBetween } from "fractional-indexing";
import { longestRisingRun } from "./longest-run.ts";

/** Positions for rows in their new order, given the ones they had (null for new rows): as many as possible keep theirs. */
export function placeInOrder(keys: readonly (string | null)[]): string[] {
  const kept = longestRisingRun(keys);
  const placed: string[] = [];
  keys.forEach((key, index) => {
    if (key !== null && kept.has(index)) {
      placed.push(key);
      return;
    }
    const next = keys.find((later, at) => at > index && kept.has(at) && later !== null) ?? null;
    placed.push(generateKeyBetween(placed.at(-1) ?? null, next));
  });
  return placed;
}
