import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const electronIsHere = existsSync(`${root}/node_modules/electron/path.txt`);

describe.runIf(process.platform === "linux" && !electronIsHere)("npm start without Electron's program", () => {
  it("says that there is no display, and what to run instead", () => {
    const env = { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "" };
    const { status, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], { cwd: root, env, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain("der er ingen skærm");
    expect(stderr).toContain("npm run demo");
  });
});
