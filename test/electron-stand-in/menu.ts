import type { Menu as ElectronMenu, MenuItem, MenuItemConstructorOptions } from "electron";
import { BrowserWindow } from "./browser-window.ts";
import { guard, notImplemented, type Part } from "./unimplemented.ts";

/** There is no menu bar to see: a menu is kept so that a test can find an entry and click it. Accelerators are the real Electron's. */
function createItem(options: MenuItemConstructorOptions): MenuItem {
  const { label = "", type = "normal", enabled = true, visible = true, checked = false, submenu, role, id, accelerator } = options;
  const built = Array.isArray(submenu) ? createMenu(submenu) : (submenu as ElectronMenu | undefined);
  const part: Part<MenuItem> = {
    label,
    type: built === undefined ? type : "submenu",
    enabled,
    visible,
    checked,
    id: id ?? "",
    ...(built === undefined ? {} : { submenu: built }),
    ...(role === undefined ? {} : { role: role as NonNullable<MenuItem["role"]> }),
    ...(accelerator === undefined ? {} : { accelerator }),
  };
  const item: MenuItem = guard<MenuItem>("MenuItem", part);
  part.click = () => options.click?.(item, BrowserWindow.getAllWindows()[0], {} as Electron.KeyboardEvent);
  return item;
}

function createMenu(template: MenuItemConstructorOptions[]): ElectronMenu {
  const items = template.map(createItem);
  const find = (id: string): MenuItem | null => {
    for (const item of items) {
      const found = item.id === id ? item : "submenu" in item ? (item.submenu?.getMenuItemById(id) ?? null) : null;
      if (found !== null) return found;
    }
    return null;
  };
  return guard<ElectronMenu>("Menu", { items, getMenuItemById: find });
}

let applicationMenu: ElectronMenu | null = null;

export const Menu = guard<typeof Electron.Menu>("Menu", {
  buildFromTemplate: createMenu,
  setApplicationMenu: (menu: ElectronMenu | null) => {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
  sendActionToFirstResponder: () => {
    throw notImplemented("Menu.sendActionToFirstResponder");
  },
} as Part<typeof Electron.Menu>);
