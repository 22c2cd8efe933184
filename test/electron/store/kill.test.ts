import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { plainText } from "../../../shared/domain/rich-text.ts";
import { requests, testContext, testFolder, testStore } from "../../support/store.ts";

const child = fileURLToPath(new URL("../../support/saving-child.ts", import.meta.url));

/** Runs the saving child and kills it (SIGKILL) as soon as it has acknowledged save number `at`. Gives all that it acknowledged. */
async function killAt(dataDir: string, at: number): Promise<{ meetingId: string; acknowledged: number }> {
  const saving = spawn(process.execPath, [child, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  let meetingId = "";
  let acknowledged = 0;
  for await (const line of createInterface({ input: saving.stdout })) {
    if (meetingId === "") meetingId = line;
    else acknowledged = Number(line);
    if (acknowledged >= at) saving.kill("SIGKILL");
  }
  return { meetingId, acknowledged };
}

describe("a process killed while it saves", () => {
  it.each([0, 1, 7, 60, 333])("has everything it acknowledged (killed at save %i)", async (at) => {
    const dataDir = testFolder();
    const { meetingId, acknowledged } = await killAt(dataDir, at);
    expect(acknowledged).toBeGreaterThanOrEqual(at);
    const before = performance.now();
    const store = testStore(dataDir);
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(store.notices).toEqual([]);
    const meeting = requests(testContext(store))("meetings:get", { meetingId });
    const decision = meeting.categories[0]?.items[0]?.decision ?? { type: "doc", content: [] };
    expect(Number(plainText(decision))).toBeGreaterThanOrEqual(acknowledged);
  });
});
