import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { followText } from "../../../renderer/preview/follow-text.ts";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";

beforeEach(
  () => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame", "performance"] }),
);
afterEach(() => void vi.useRealTimers());

/** Follows the text with settings that take so long; `begun` is when each began. */
function follow(tookMs: number): { begun: number[]; stop(): void } {
  const begun: number[] = [];
  const stop = followText(async () => {
    begun.push(Math.round(performance.now()));
    await new Promise((resolve) => setTimeout(resolve, tookMs));
  });
  return { begun, stop };
}

const write = (): void => useOpenMeeting.getState().markDirty({ itemId: crypto.randomUUID(), field: "decision" });

async function writeFor(ms: number): Promise<void> {
  for (let waited = 0; waited < ms; waited += 100) {
    write();
    await vi.advanceTimersByTimeAsync(100);
  }
}

it("sets the pages after each key where that is quick", async () => {
  const { begun, stop } = follow(40);
  await vi.advanceTimersByTimeAsync(1_000);
  const from = performance.now();
  await writeFor(1_000);
  expect(begun.filter((at) => at > from)).toHaveLength(10);
  stop();
});

it("waits for a pause where it is slow, though at most eight times as long as it takes, and shows the last key", async () => {
  const { begun, stop } = follow(150);
  await vi.advanceTimersByTimeAsync(1_000);
  await writeFor(1_000);
  await vi.advanceTimersByTimeAsync(1_000);
  const from = performance.now();
  await writeFor(3_000);
  const written = begun.filter((at) => at > from);
  expect(written.length).toBeGreaterThanOrEqual(2);
  expect(written.length).toBeLessThanOrEqual(3);
  const lastKey = performance.now() - 100;
  await vi.advanceTimersByTimeAsync(1_000);
  expect((begun.at(-1) ?? 0) - lastKey).toBeGreaterThanOrEqual(0);
  expect((begun.at(-1) ?? 0) - lastKey).toBeLessThan(300);
  stop();
});

it("is not put off for good by one that was slow", async () => {
  const took = [150, 40, 40];
  const begun: number[] = [];
  const stop = followText(async () => {
    begun.push(performance.now());
    await new Promise((resolve) => setTimeout(resolve, took.shift() ?? 40));
  });
  await vi.advanceTimersByTimeAsync(1_000);
  const from = performance.now();
  await writeFor(1_000);
  expect(begun.filter((at) => at > from)).toHaveLength(10);
  stop();
});

it("asks for nothing more once it is stopped", async () => {
  const { begun, stop } = follow(40);
  await vi.advanceTimersByTimeAsync(1_000);
  write();
  stop();
  write();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun).toHaveLength(1);
});
