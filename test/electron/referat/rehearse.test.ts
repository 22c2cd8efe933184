import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRehearsal } from "../../../electron/referat/rehearse.ts";
import { openSampleApp, type SampleApp } from "../../support/sample-app.ts";

let folder: string;
let app: SampleApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rehearse-"));
  app = await openSampleApp(join(folder, "data"));
}, 60_000);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A rehearsal over the app's own parts, and the number of pages of each file that was read again. */
function watchedRehearsal() {
  const read: number[] = [];
  const { readBack } = app.context;
  const rehearse = createRehearsal({
    ...app.context,
    readBack: {
      ...readBack,
      read: async (...asked) => {
        const found = await readBack.read(...asked);
        read.push(found?.pages.length ?? 0);
        return found;
      },
    },
  });
  return { read, rehearse };
}

describe("a referat that is soon asked for", () => {
  it("is set and read once beforehand, however often that is said, and its asker waits for nothing", { timeout: 60_000 }, async () => {
    const { read, rehearse } = watchedRehearsal();
    expect([1, 2, 3].map(() => rehearse(app.meetingId))).toEqual([null, null, null]);
    expect(read).toEqual([]);
    await expect.poll(() => read, { timeout: 50_000 }).toEqual([expect.any(Number)]);
    expect(read[0]).toBeGreaterThan(2);
    expect(rehearse(app.meetingId)).toBeNull();
    await expect.poll(() => read, { timeout: 50_000 }).toHaveLength(2);
  });

  it("is no one's trouble when it cannot be made, and the next is rehearsed all the same", { timeout: 60_000 }, async () => {
    const { read, rehearse } = watchedRehearsal();
    expect(rehearse(crypto.randomUUID())).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(rehearse(app.meetingId)).toBeNull();
    await expect.poll(() => read, { timeout: 50_000 }).toHaveLength(1);
  });
});
