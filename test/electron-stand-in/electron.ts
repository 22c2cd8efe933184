// What `import … from "electron"` gives the app here. Names without a part of their own throw when used.
import type * as Electron from "electron";
import { absent } from "./unimplemented.ts";

export { app } from "./app.ts";
export { BrowserWindow } from "./browser-window.ts";
export { ClipboardItem, clipboard } from "./clipboard.ts";
export { dialog } from "./dialog.ts";
export { ipcMain } from "./ipc-main.ts";
export { Menu } from "./menu.ts";
export { nativeTheme } from "./native-theme.ts";
export { protocol } from "./protocol.ts";
export { screen } from "./screen.ts";
export { session } from "./session.ts";
export { shell } from "./shell.ts";
export { utilityProcess } from "./utility-process.ts";

export const autoUpdater = absent<typeof Electron.autoUpdater>("autoUpdater");
export const BaseWindow = absent<typeof Electron.BaseWindow>("BaseWindow");
export const contentTracing = absent<typeof Electron.contentTracing>("contentTracing");
export const crashReporter = absent<typeof Electron.crashReporter>("crashReporter");
export const desktopCapturer = absent<typeof Electron.desktopCapturer>("desktopCapturer");
export const globalShortcut = absent<typeof Electron.globalShortcut>("globalShortcut");
export const MenuItem = absent<typeof Electron.MenuItem>("MenuItem");
export const MessageChannelMain = absent<typeof Electron.MessageChannelMain>("MessageChannelMain");
export const nativeImage = absent<typeof Electron.nativeImage>("nativeImage");
export const net = absent<typeof Electron.net>("net");
export const netLog = absent<typeof Electron.netLog>("netLog");
export const Notification = absent<typeof Electron.Notification>("Notification");
export const powerMonitor = absent<typeof Electron.powerMonitor>("powerMonitor");
export const powerSaveBlocker = absent<typeof Electron.powerSaveBlocker>("powerSaveBlocker");
export const safeStorage = absent<typeof Electron.safeStorage>("safeStorage");
export const systemPreferences = absent<typeof Electron.systemPreferences>("systemPreferences");
export const Tray = absent<typeof Electron.Tray>("Tray");
export const webContents = absent<typeof Electron.webContents>("webContents");
export const webFrameMain = absent<typeof Electron.webFrameMain>("webFrameMain");
export const WebContentsView = absent<typeof Electron.WebContentsView>("WebContentsView");
