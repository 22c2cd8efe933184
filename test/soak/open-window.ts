import { type LaunchedApp, launchApp } from "../support/launch.ts";

/** Starts the app and opens the one meeting; `ms` is from the start until the text has the caret. */
export async function openWindow(dataDir: string, env: Record<string, string> = {}): Promise<{ app: LaunchedApp; ms: number }> {
  const started = performance.now();
  const app = await launchApp({ dataDir, env });
  await app.page.getByText("Rådmandsmøde d. 10. marts").first().waitFor();
  await app.page.keyboard.press("Enter");
  await app.page.locator(".ProseMirror-focused").waitFor();
  return { app, ms: performance.now() - started };
}
