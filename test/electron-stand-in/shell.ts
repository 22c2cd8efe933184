import type { Shell } from "electron";
import { guard, type Part } from "./unimplemented.ts";

const opened: { what: "path" | "address"; target: string }[] = [];

/** Nothing is opened: what the app asked for is in `Reflect.get(shell, "opened")`. A test may replace the functions too. */
export const shell: Shell = guard<Shell>("shell", {
  opened,
  openPath: async (target) => {
    opened.push({ what: "path", target });
    return "";
  },
  openExternal: async (target) => {
    opened.push({ what: "address", target });
  },
} as Part<Shell>);
