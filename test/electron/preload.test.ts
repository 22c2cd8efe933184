import type { EventEmitter } from "node:events";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Bridge } from "../../shared/ipc/bridge.ts";
import { channels, events } from "../../shared/ipc/channels.ts";

const page = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  heard: undefined as EventEmitter | undefined,
}));
vi.mock("electron", async () => {
  const emitter = new (await import("node:events")).EventEmitter();
  page.heard = emitter;
  const invoke = (...args: unknown[]): Promise<string> => {
    page.invoked.push(args);
    return Promise.resolve("reply");
  };
  return {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => page.exposed.set(name, value) },
    ipcRenderer: Object.assign(emitter, { invoke }),
  };
});

beforeAll(() => import("../../electron/preload.ts"));

const bridge = (): Bridge => page.exposed.get("bridge") as Bridge;

describe("preload", () => {
  it("exposes one frozen object with exactly the requests and events of the contract", () => {
    expect([...page.exposed.keys()]).toEqual(["bridge"]);
    expect(Object.keys(bridge())).toEqual(["requests", "on"]);
    expect(Object.keys(bridge().requests)).toEqual([...channels]);
    expect(Object.keys(bridge().on)).toEqual([...events]);
    expect([bridge(), bridge().requests, bridge().on].every(Object.isFrozen)).toBe(true);
    expect([...Object.values(bridge().requests), ...Object.values(bridge().on)].every((value) => typeof value === "function")).toBe(true);
  });

  it.each(channels)("%s can reach its own channel only", async (channel) => {
    page.invoked.length = 0;
    const request = bridge().requests[channel] as (...args: unknown[]) => Promise<unknown>;
    expect(await request({ a: 1 }, "another argument")).toBe("reply");
    expect(page.invoked).toEqual([[channel, { a: 1 }]]);
  });

  it("gives a listener the payload without the event, until it stops listening", () => {
    const heard: unknown[][] = [];
    const stop = bridge().on["app:command-chosen"]((...args: unknown[]) => heard.push(args));
    page.heard?.emit("app:command-chosen", { sender: "the event" }, "export");
    stop();
    page.heard?.emit("app:command-chosen", { sender: "the event" }, "publish");
    expect(heard).toEqual([["export"]]);
  });
});
