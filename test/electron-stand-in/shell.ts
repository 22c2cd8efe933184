import type { Shell } from "electron";
import { guard } from "./unimplemented.ts";

/** What the app asked the system to open. Nothing is opened: a test looks here, or replaces the function. */
export const opened: { what: "path" | "address"; target: string }[] = [];

export const shell: Shell = guard<Shell>("shell", {
  openPath: async (target) => {
    opened.push({ what: "path", target });
    return "";
  },
  openExternal: async (target) => {
    opened.push({ what: "address", target });
  },
});
