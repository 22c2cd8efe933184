/** What is looked at of a frame; the parts of Electron's WebFrameMain that say whose it is. */
type Frame = { readonly url: string; readonly parent: unknown };
type SenderEvent = { readonly senderFrame: Frame | null; readonly sender: { readonly id: number; readonly mainFrame: Frame } };

/**
 * True when a message comes from the page of our own window itself. Must be called before any `await`: `senderFrame` is null
 * after a navigation. Node's `URL.origin` is "null" for our scheme, so that the parts are compared one by one.
 */
export function isTrustedSender(event: SenderEvent, windowId: number | null): boolean {
  try {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || frame !== event.sender.mainFrame || event.sender.id !== windowId) return false;
    const url = new URL(frame.url);
    return url.protocol === "app:" && url.host === "referat" && url.username === "" && url.password === "" && url.port === "";
  } catch {
    // A frame that is disposed while it is looked at throws; it is nobody's.
    return false;
  }
}
