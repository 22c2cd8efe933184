import { BrowserWindow } from "./browser-window.ts";

async function inWindow(call: string): Promise<unknown> {
  const window = BrowserWindow.getAllWindows()[0];
  if (window === undefined) throw new Error("there is no window to ask in");
  return await window.webContents.executeJavaScript(call);
}

/** What was typed, or null when the person cancelled. */
export async function ask(question: string, proposal: string): Promise<string | null> {
  const answer = await inWindow(`prompt(${JSON.stringify(question)}, ${JSON.stringify(proposal)})`);
  return typeof answer === "string" && answer !== "" ? answer : null;
}

export async function confirmInWindow(question: string): Promise<boolean> {
  return (await inWindow(`confirm(${JSON.stringify(question)})`)) === true;
}

export async function tellInWindow(text: string): Promise<void> {
  await inWindow(`alert(${JSON.stringify(text)})`);
}
