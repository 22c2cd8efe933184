import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it, vi } from "vitest";
import { menuTemplate } from "../../electron/menu.ts";
import type { MenuCommand } from "../../shared/ipc/events.ts";

vi.mock("electron", () => ({ Menu: {} }));

/** A command that is left out here does not compile. */
const everyCommand: Record<MenuCommand, true> = {
  "new-meeting": true,
  import: true,
  export: true,
  "export-as": true,
  "export-short": true,
  "export-open": true,
  "export-short-open": true,
  "copy-formatted": true,
  "copy-referat": true,
  "copy-referat-open": true,
  publish: true,
  save: true,
  settings: true,
  keys: true,
  palette: true,
  find: true,
  "find-everywhere": true,
  meetings: true,
  "follow-ups": true,
  "add-item": true,
  "next-item": true,
  "previous-item": true,
  "usual-decision": true,
  "mark-follow-up": true,
  phrases: true,
  names: true,
  "show-preview": true,
  "show-attachments": true,
  "show-details": true,
  "show-follow-ups": true,
  "show-history": true,
  "show-earlier": true,
  "show-attendance": true,
  "name-version": true,
  "toggle-clock": true,
  "say-clock": true,
  postpone: true,
  withdraw: true,
  "start-meeting": true,
  "hold-meeting": true,
  "end-meeting": true,
  "approve-previous": true,
  "add-previous-referat": true,
  "lock-meeting": true,
  "reopen-meeting": true,
};

function entriesOf(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template
    .flatMap((menu) => menu.submenu as MenuItemConstructorOptions[])
    .flatMap((entry) => (entry.submenu as MenuItemConstructorOptions[] | undefined) ?? entry)
    .filter((entry) => entry.type !== "separator");
}

describe("menuTemplate", () => {
  it("has the five Danish menus, and macOS' own before them", () => {
    expect(menuTemplate("linux", () => undefined).map((menu) => menu.label)).toEqual(["Fil", "Rediger", "Vis", "Møde", "Hjælp"]);
    expect(menuTemplate("darwin", () => undefined).map((menu) => menu.label)).toEqual([
      "Referent",
      "Fil",
      "Rediger",
      "Vis",
      "Møde",
      "Hjælp",
    ]);
  });

  it.each(["linux", "win32", "darwin"] as const)("sends each command of the window once on %s", (platform) => {
    const chosen: string[] = [];
    for (const entry of entriesOf(menuTemplate(platform, (command) => chosen.push(command)))) (entry.click as (() => void) | undefined)?.();
    const isItem = (command: string): boolean => command.startsWith("item-");
    expect(chosen.filter((each) => !isItem(each)).sort()).toEqual(Object.keys(everyCommand).sort());
    expect(chosen.filter(isItem)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => `item-${at}`));
  });

  it("shows the key of each punkt, which the window hears", () => {
    const entries = entriesOf(menuTemplate("win32", () => undefined)).filter(({ label }) => /^Punkt \d$/.test(label ?? ""));
    expect(entries.map(({ accelerator }) => accelerator)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => `CmdOrCtrl+${at}`));
    expect(entries.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
  });

  it.each(["linux", "win32", "darwin"] as const)("names everything and has no developer tools or reload on %s", (platform) => {
    for (const entry of entriesOf(menuTemplate(platform, () => undefined))) {
      expect(entry.label).toBeTruthy();
      expect(["toggleDevTools", "reload", "forceReload"]).not.toContain(entry.role);
    }
  });
});
