import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { serve } from "../../../electron/ipc/serve.ts";
import type { Log } from "../../../electron/log.ts";
import { AppFailure, type Reply } from "../../../shared/errors.ts";
import { type Channel, channels } from "../../../shared/ipc/channels.ts";
import type { Handlers } from "../../../shared/ipc/contract.ts";
import { validInputs } from "../../support/valid-inputs.ts";

type Listener = (event: unknown, input: unknown) => Promise<Reply<unknown>>;
const listeners = vi.hoisted(() => new Map<string, Listener>());
vi.mock("electron", () => ({ ipcMain: { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) } }));

const frame = { url: "app://referat/index.html", parent: null };
const ours = { senderFrame: frame, sender: { id: 1, mainFrame: frame } };
const log = vi.fn<Log>();

function serveWith(handler: (channel: Channel, input: unknown) => unknown): void {
  const handlers = Object.fromEntries(channels.map((channel) => [channel, (input: unknown) => handler(channel, input)]));
  serve({ handlers: handlers as unknown as Handlers, windowId: () => 1, log });
}

function ask(channel: string, input: unknown, event: unknown = ours): Promise<Reply<unknown>> {
  const listener = listeners.get(channel);
  if (listener === undefined) throw new Error(`nobody answers ${channel}`);
  return listener(event, input);
}

beforeEach(() => {
  listeners.clear();
  log.mockClear();
});

describe("serve", () => {
  it("answers exactly the channels of the contract", () => {
    serveWith(() => null);
    expect([...listeners.keys()].sort()).toEqual([...channels].sort());
  });

  it.each(channels)("%s: hands a valid input to its handler and wraps the value", async (channel) => {
    serveWith((asked) => ({ asked }));
    expect(await ask(channel, validInputs[channel])).toEqual({ ok: true, value: { asked: channel } });
  });

  it.each(channels)("%s: rejects a key that the contract does not know", async (channel) => {
    serveWith(() => null);
    const reply = await ask(channel, { ...validInputs[channel], surplus: 1 });
    expect(reply).toMatchObject({ ok: false, error: { kind: "invalid-input" } });
  });

  it.each(channels)("%s: refuses a frame that is not ours before looking at the input", async (channel) => {
    const handler = vi.fn();
    serveWith(handler);
    const foreign = { url: "data:text/html,x", parent: null };
    const reply = await ask(channel, { __proto__: null }, { senderFrame: foreign, sender: { id: 1, mainFrame: foreign } });
    expect(reply).toEqual({ ok: false, error: { kind: "untrusted-sender" } });
    expect(handler).not.toHaveBeenCalled();
    expect(log.mock.calls).toEqual([["untrusted-sender", { channel }]]);
  });

  it.each(channels)("%s: whatever comes, answers with a tagged reply and never throws", async (channel) => {
    serveWith(() => null);
    const anything = fc.anything({ withNullPrototype: true, withTypedArray: true, withBigInt: true, withDate: true, withMap: true });
    const nearly = fc.tuple(fc.string(), anything).map(([key, value]) => ({ ...validInputs[channel], [key]: value }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, nearly), async (input) => {
        const reply = await ask(channel, input);
        expect(reply.ok || ["invalid-input", "too-large"].includes(reply.error.kind)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("names the field that is wrong", async () => {
    serveWith(() => null);
    expect(await ask("meetings:get", { meetingId: "x" })).toMatchObject({ error: { kind: "invalid-input", field: "meetingId" } });
    expect(await ask("meetings:create", { ...validInputs["meetings:create"], date: "2026-02-30" })).toMatchObject({
      error: { field: "date", reason: "skal være en dato som 2026-03-10" },
    });
    const change = { entity: "item", id: randomUUID(), field: "minutes", value: -1 };
    const input = { ...validInputs["meetings:save-fields"], changes: [change] };
    expect(await ask("meetings:save-fields", input)).toMatchObject({ error: { kind: "invalid-input", field: "item.minutes" } });
  });

  it("passes an expected failure on as data", async () => {
    const error = { kind: "not-found", what: "meeting", id: "x" } as const;
    serveWith(() => {
      throw new AppFailure(error, new Error("why"));
    });
    expect(await ask("meetings:list", {})).toEqual({ ok: false, error });
  });

  it("turns anything else into a number that the log has too, without its words", async () => {
    serveWith(() => Promise.reject(new TypeError("kanariefugl in /home/someone/secret")));
    const reply = await ask("meetings:list", {});
    expect(reply).toEqual({ ok: false, error: { kind: "internal", logId: expect.any(String) } });
    expect(JSON.stringify([reply, log.mock.calls])).not.toMatch(/kanariefugl|someone/);
    const logId = reply.ok || reply.error.kind !== "internal" ? "" : reply.error.logId;
    expect(log).toHaveBeenCalledWith("failed", expect.objectContaining({ channel: "meetings:list", logId, error: "TypeError" }));
  });

  it("lets 50 requests of one channel wait, and refuses the next", async () => {
    const gate = Promise.withResolvers<null>();
    serveWith((channel) => (channel === "meetings:list" ? gate.promise : null));
    const waiting = Array.from({ length: 50 }, () => ask("meetings:list", {}));
    expect(await ask("meetings:list", {})).toMatchObject({ ok: false, error: { kind: "internal" } });
    expect(await ask("folder:state", {})).toMatchObject({ ok: true });
    gate.resolve(null);
    expect((await Promise.all(waiting)).every((reply) => reply.ok)).toBe(true);
    expect(await ask("meetings:list", {})).toMatchObject({ ok: true });
  });
});
