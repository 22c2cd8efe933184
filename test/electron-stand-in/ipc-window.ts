import type { IpcMainInvokeEvent } from "electron";
import type { Session as PageSession } from "./devtools.ts";
import { decodeValue, encodeValue } from "./encoding.ts";
import { cancellable } from "./events.ts";
import type { FromWindow, ToWindow } from "./in-page/preload-world.ts";
import type { Names } from "./in-page/source.ts";
import { standInIpcMain } from "./ipc-main.ts";
import type { StandInWebContents } from "./web-contents.ts";

/** Carries messages between the preload's world and `ipcMain`. `openedAt` is told the document that each message comes from. */
export function listenToWindow(page: PageSession, names: Names, contents: StandInWebContents, openedAt: (url: string) => void): void {
  let current: string | null = null;
  const tell = (context: string, message: ToWindow): void => {
    const call = {
      functionDeclaration: `function (message) { globalThis[${JSON.stringify(names.receiver)}](message); }`,
      uniqueContextId: context,
      arguments: [{ value: message }],
    };
    // A document that is gone needs no answer.
    page.send("Runtime.callFunctionOn", call).catch(() => undefined);
  };
  page.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.name !== names.binding) return;
    const { uniqueId } = context;
    current = uniqueId;
    contents.toWindow = (channel, args) => tell(uniqueId, { kind: "event", channel, args: encodeValue(args) });
  });
  page.on("Runtime.executionContextDestroyed", ({ executionContextUniqueId }) => {
    if (executionContextUniqueId === current) contents.toWindow = null;
  });
  page.on("Runtime.bindingCalled", ({ name, payload }) => {
    if (name !== names.binding || current === null) return;
    const head = payload.indexOf("\n");
    const { url, message } = JSON.parse(payload.slice(0, head)) as { url: string; message: FromWindow };
    openedAt(url);
    hear({ ...message, args: payload.slice(head + 1) } as FromWindow, contents, tell.bind(null, current));
  });
}

function hear(message: FromWindow, contents: StandInWebContents, tell: (message: ToWindow) => void): void {
  if (message.kind === "open") {
    contents.askToOpen(message.url);
    return;
  }
  const args = decodeValue(message.args) as unknown[];
  const event = cancellable({
    type: "frame",
    sender: contents.shown,
    senderFrame: contents.mainFrame,
    frameId: 1,
    processId: contents.id,
  });
  if (message.kind === "send") {
    standInIpcMain.emit(message.channel, event, ...args);
    return;
  }
  const { id, channel } = message;
  standInIpcMain.invoke(event as unknown as IpcMainInvokeEvent, channel, args).then(
    (value) => reply(tell, id, value),
    (error: unknown) => tell({ kind: "reply", id, ok: false, message: String(error) }),
  );
}

function reply(tell: (message: ToWindow) => void, id: number, value: unknown): void {
  try {
    tell({ kind: "reply", id, ok: true, value: encodeValue(value) });
  } catch (error) {
    tell({ kind: "reply", id, ok: false, message: String(error) });
  }
}
