import { contextBridge, ipcRenderer } from "electron";
import type { Bridge } from "../shared/ipc/bridge.ts";
import { channels, events } from "../shared/ipc/channels.ts";

const requests = Object.fromEntries(
  channels.map((channel) => [channel, (input: unknown): Promise<unknown> => ipcRenderer.invoke(channel, input)]),
);

const on = Object.fromEntries(
  events.map((event) => [
    event,
    (listener: (payload: unknown) => void): (() => void) => {
      // The page gets the payload only: the event would hand it the sender.
      const heard = (_event: unknown, payload: unknown): void => listener(payload);
      ipcRenderer.on(event, heard);
      return () => ipcRenderer.removeListener(event, heard);
    },
  ]),
);

const bridge = Object.freeze({ requests: Object.freeze(requests), on: Object.freeze(on) }) as unknown as Bridge;

contextBridge.exposeInMainWorld("bridge", bridge);
