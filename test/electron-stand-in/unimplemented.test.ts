import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LaunchedApp } from "../support/launch.ts";
import { createDataDir, launchFixture, removeDataDir } from "./fixture/launch.ts";

const dataDir = createDataDir();
let app: LaunchedApp;
beforeAll(async () => {
  app = await launchFixture(dataDir);
});
afterAll(async () => {
  await app.kill();
  removeDataDir(dataDir);
});

describe("what the stand-in does not have", () => {
  const uses: [string, (electron: typeof import("electron")) => unknown][] = [
    ["app.getFileIcon", ({ app: own }) => own.getFileIcon("/")],
    ["app.dock", ({ app: own }) => own.dock?.hide()],
    ['app.getPath("crashDumps")', ({ app: own }) => own.getPath("crashDumps")],
    ['app.on("continue-activity")', ({ app: own }) => own.on("continue-activity", () => undefined)],
    ["BrowserWindow.setKiosk", ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setKiosk(true)],
    ["webContents.printToPDF", ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({})],
    ["session.clearCache", ({ session }) => session.defaultSession.clearCache()],
    ["clipboard.readText", ({ clipboard }) => clipboard.readText()],
    ["Tray", ({ Tray }) => new Tray("icon.png")],
    ["dialog.showCertificateTrustDialog", ({ dialog }) => dialog.showCertificateTrustDialog({ certificate: {} as never, message: "" })],
  ];
  for (const [name, use] of uses)
    it(`throws: ${name}`, async () => {
      await expect(app.evaluate(use as (electron: typeof import("electron"), arg: null) => unknown, null)).rejects.toThrow(
        `not implemented in the stand-in: ${name}`,
      );
    });

  it("throws in the preload too", async () => {
    const words = await app.page.evaluate(() => {
      try {
        return fixture.unimplemented();
      } catch (error) {
        return error instanceof Error ? error.message : "";
      }
    });
    expect(words).toBe("not implemented in the stand-in: ipcRenderer.sendSync");
  });

  it("is not a dialog that a test answers, but one that nobody answers is an error", async () => {
    await expect(app.evaluate(({ dialog }) => dialog.showSaveDialog({}), null)).rejects.toThrow("nobody is there to answer it");
    const answer = await app.evaluate(async ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      return await dialog.showSaveDialog({});
    }, "/et/sted");
    expect(answer).toEqual({ canceled: false, filePath: "/et/sted" });
  });
});
