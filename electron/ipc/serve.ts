import { ipcMain } from "electron";
import { channels } from "../../shared/ipc/channels.ts";
import type { Handlers } from "../../shared/ipc/contract.ts";
import type { Log } from "../log.ts";
import { answer } from "./answer.ts";
import { createInFlight } from "./in-flight.ts";
import { isTrustedSender } from "./trusted-sender.ts";

const inFlightPerChannel = 50;

/** Answers every request of the contract, and only from the page of the window that `windowId` names. */
export function serve(options: { handlers: Handlers; windowId: () => number | null; log: Log }): void {
  const parts = {
    handlers: options.handlers,
    log: options.log,
    inFlight: createInFlight(inFlightPerChannel),
    isTrusted: (event: Electron.IpcMainInvokeEvent) => isTrustedSender(event, options.windowId()),
  };
  for (const channel of channels) ipcMain.handle(channel, (event, input: unknown) => answer(parts, channel, event, input));
}
