import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it, vi } from "vitest";
import { menuTemplate } from "../../electron/menu.ts";

vi.mock("electron", () => ({ Menu: {} }));

function entriesOf(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((menu) => menu.submenu as MenuItemConstructorOptions[]).filter((entry) => entry.type !== "separator");
}

describe("menuTemplate", () => {
  it("has the four Danish menus, and macOS' own before them", () => {
    expect(menuTemplate("linux", () => undefined).map((menu) => menu.label)).toEqual(["Fil", "Rediger", "Vis", "Hjælp"]);
    expect(menuTemplate("darwin", () => undefined).map((menu) => menu.label)).toEqual(["Referent", "Fil", "Rediger", "Vis", "Hjælp"]);
  });

  it.each(["linux", "win32", "darwin"] as const)("sends each command of the window once on %s", (platform) => {
    const chosen: string[] = [];
    for (const entry of entriesOf(menuTemplate(platform, (command) => chosen.push(command)))) (entry.click as (() => void) | undefined)?.();
    expect(chosen.sort()).toEqual(["export", "import", "keys", "meetings", "new-meeting", "publish", "settings"]);
  });

  it.each(["linux", "win32", "darwin"] as const)("names everything and has no developer tools or reload on %s", (platform) => {
    for (const entry of entriesOf(menuTemplate(platform, () => undefined))) {
      expect(entry.label).toBeTruthy();
      expect(["toggleDevTools", "reload", "forceReload"]).not.toContain(entry.role);
    }
  });
});
