import { type LaunchedApp, launchApp } from "../support/launch.ts";

/** Starts the app and opens the one meeting; `ms` is from the start until the text has the caret. */
export async function openWindow(dataDir: string, env: Record<string, string> = {}): Promise<{ app: LaunchedApp; ms: number }> {
  const started = performance.now();
  const app = await launchApp({ dataDir, env });
  try {
    // Enter opens the meeting that has the focus; the list gives it when it is there.
    await app.page.waitForFunction(() => document.activeElement?.hasAttribute("data-meeting") === true);
    await app.page.keyboard.press("Enter");
    await app.page.locator(".ProseMirror-focused").waitFor();
  } catch (error) {
    await app.kill();
    throw error;
  }
  return { app, ms: performance.now() - started };
}
