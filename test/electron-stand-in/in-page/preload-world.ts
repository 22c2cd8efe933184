import type { WorldBridge } from "./world-bridge.ts";

/** What the window tells main, with the document's address, over a binding that only the preload's world has. `args` are encoded. */
export type FromWindow =
  | { kind: "invoke"; id: number; channel: string; args: string }
  | { kind: "send"; channel: string; args: string }
  | { kind: "open"; url: string };

/** What main tells the window. `value` and `args` are encoded. */
export type ToWindow =
  | { kind: "reply"; id: number; ok: true; value: string }
  | { kind: "reply"; id: number; ok: false; message: string }
  | { kind: "event"; channel: string; args: string };

type Tools = {
  /** Name of the binding to main, and of the function main calls. */
  binding: string;
  receiver: string;
  platform: string;
  /** Someone sits at the browser's own window. */
  headed: boolean;
  bridge: WorldBridge;
  encode: (value: unknown) => string;
  decode: (text: string) => unknown;
};

type Listener = (event: object, ...args: unknown[]) => void;

/** What a sandboxed preload may require: the renderer's part of `electron`. Must stand alone: its source is run in the page. */
export function createPreloadWorld(tools: Tools): { require: (name: string) => unknown; process: object } {
  const world = globalThis as unknown as Record<string, unknown>;
  const toMain = world[tools.binding] as (text: string) => void;
  /** In front a line for the message; behind it the arguments, which are text already and not to be quoted once more. */
  const tell = ({ args = "", ...message }: FromWindow & { args?: string }): void =>
    toMain(`${JSON.stringify({ url: location.href, message })}\n${args}`);
  const waiting = new Map<number, { channel: string; resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Listener[]>();
  let nextId = 1;
  world[tools.receiver] = (message: ToWindow): void => {
    if (message.kind === "event") {
      const args = tools.decode(message.args) as unknown[];
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({ sender: ipcRenderer, ports: [] }, ...args);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) call?.resolve(tools.decode(message.value));
    else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${message.message}`));
  };
  const only = (name: string, part: object): object =>
    new Proxy(part, {
      get(target, key) {
        if (typeof key === "symbol" || key in target || key === "then" || key === "toJSON") return Reflect.get(target, key);
        throw new Error(`not implemented in the stand-in: ${name}.${key}`);
      },
    });
  const remove = (channel: string, listener: Listener): object => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((other) => other !== listener),
    );
    return ipcRenderer;
  };
  const on = (channel: string, listener: Listener): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  };
  const ipcRenderer: object = only("ipcRenderer", {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const encoded = tools.encode(args);
        const id = nextId++;
        waiting.set(id, { channel, resolve, reject });
        tell({ kind: "invoke", id, channel, args: encoded });
      }),
    send: (channel: string, ...args: unknown[]) => tell({ kind: "send", channel, args: tools.encode(args) }),
    on,
    addListener: on,
    off: remove,
    removeListener: remove,
    removeAllListeners: (channel: string) => {
      listeners.delete(channel);
      return ipcRenderer;
    },
  });
  const contextBridge = only("contextBridge", {
    exposeInMainWorld: (key: string, api: unknown) => tools.bridge.expose(key, api),
  });
  // Nameless, so the page gets it as its window.open, which answers null at once; main is asked all the same.
  tools.bridge.expose("", (url: string) => tell({ kind: "open", url }));

  // Chromium asks before a window closes only if the page objects, so the page always does, except when it moves on by itself.
  let moving = false;
  const navigation = (globalThis as unknown as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener("navigate", (event) => {
    moving = !(event as Event & { destination: { sameDocument: boolean } }).destination.sameDocument;
    setTimeout(() => {
      moving = false;
    }, 0);
  });
  window.addEventListener("beforeunload", (event) => {
    if (!moving) event.preventDefault();
  });

  // In Electron a window reloads only where the app's menu says so; here the browser's own keys would. The page hears them first.
  const keepHere = (event: KeyboardEvent): void => event.preventDefault();
  const hearLast = ({ key, ctrlKey, metaKey }: KeyboardEvent): void => {
    const reloads = key === "F5" || ((ctrlKey || metaKey) && key.toLowerCase() === "r");
    if (reloads) window.addEventListener("keydown", keepHere, { once: true });
  };
  if (tools.headed) window.addEventListener("keydown", hearLast, { capture: true });

  const electron = only("electron (in the preload)", { contextBridge, ipcRenderer });
  return {
    process: only("process (in the preload)", {
      type: "renderer",
      platform: tools.platform,
      sandboxed: true,
      contextIsolated: true,
      versions: {},
      env: {},
      argv: [],
    }),
    require(name) {
      if (name === "electron") return electron;
      throw new Error(`module not found: ${name} (a sandboxed preload has electron only)`);
    },
  };
}
