import { EventEmitter } from "node:events";
import type { IpcMain, IpcMainInvokeEvent } from "electron";
import { guard, notImplemented, type Part } from "./unimplemented.ts";

type Handler = (event: IpcMainInvokeEvent, ...args: never[]) => unknown;

class StandInIpcMain extends EventEmitter implements Part<IpcMain> {
  readonly #handlers = new Map<string, Handler>();

  handle = (channel: string, handler: Handler): void => {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  };
  handleOnce = (channel: string, _handler: Handler): void => {
    throw notImplemented(`ipcMain.handleOnce("${channel}")`);
  };
  removeHandler = (channel: string): void => {
    this.#handlers.delete(channel);
  };

  /** Calls the handler at once, so that the event's sender is still the frame that asked. */
  invoke = async (event: IpcMainInvokeEvent, channel: string, args: unknown[]): Promise<unknown> => {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return await handler(event, ...(args as never[]));
  };
}

export const standInIpcMain = new StandInIpcMain();
export const ipcMain: IpcMain = guard<IpcMain>("ipcMain", standInIpcMain as Part<IpcMain>);
