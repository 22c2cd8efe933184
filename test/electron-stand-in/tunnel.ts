import type { DevTools, Message } from "./devtools.ts";
import { outside } from "./web-contents.ts";

/** Commands of the test's driver that would undo what the app's session decides. They are answered, not carried out. */
const withheld = new Set(["Browser.setDownloadBehavior", "Browser.close"]);
const navigations = new Set(["Page.navigate", "Page.reload", "Page.navigateToHistoryEntry"]);
/** A page and each of its workers would else keep a copy of everything it fetches, up to 100 MB, for a driver that never asks for it. */
const keepsNoBodies = { maxTotalBufferSize: 0, maxResourceBufferSize: 0 };

/**
 * Lets a second client (Playwright) use the browser's one pipe, in a browser session of its own so that neither sees the
 * other's events. Returns how to pass on what the client says; `tell` passes on what the browser says to it.
 */
export async function shareDevTools(devtools: DevTools, tell: (message: Message) => void): Promise<(message: Message) => void> {
  const root = (await devtools.browser.send("Target.attachToBrowserTarget")).sessionId;
  const sessions = new Set([root]);
  const asked = new Map<number, number>();
  const passOn = (message: Message): void => {
    const { sessionId, ...rest } = message;
    tell(sessionId === root || sessionId === undefined ? rest : message);
  };
  devtools.share((message) => {
    if (message.id !== undefined) {
      const id = asked.get(message.id);
      if (id === undefined) return false;
      asked.delete(message.id);
      passOn({ ...message, id });
      return true;
    }
    if (message.sessionId === undefined || !sessions.has(message.sessionId)) return false;
    noteSessions(message, sessions);
    if (!isClosingDialog(message)) passOn(message);
    return true;
  });
  return (message) => {
    const { id = 0, method = "" } = message;
    if (withheld.has(method)) return tell({ id, result: {}, ...(message.sessionId === undefined ? {} : { sessionId: message.sessionId }) });
    if (navigations.has(method)) outside.navigating = true;
    const own = devtools.takeId();
    asked.set(own, id);
    const params = method === "Network.enable" ? { ...(message.params as object), ...keepsNoBodies } : message.params;
    devtools.post({ ...message, id: own, params, sessionId: message.sessionId ?? root });
  };
}

function noteSessions({ method, params }: Message, sessions: Set<string>): void {
  const { sessionId } = (params ?? {}) as { sessionId?: string };
  if (sessionId === undefined) return;
  if (method === "Target.attachedToTarget") sessions.add(sessionId);
  if (method === "Target.detachedFromTarget") sessions.delete(sessionId);
}

/** The question before a window closes is the app's to answer; Playwright would answer it by itself. */
function isClosingDialog({ method, params }: Message): boolean {
  if (method === "Page.javascriptDialogOpening") return (params as { type: string }).type === "beforeunload";
  return false;
}
