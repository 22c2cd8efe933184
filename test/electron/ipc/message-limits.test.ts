import { describe, expect, it } from "vitest";
import { checkMessage } from "../../../electron/ipc/message-limits.ts";
import type { AppError } from "../../../shared/errors.ts";
import type { Channel } from "../../../shared/ipc/channels.ts";

function fault(channel: Channel, message: unknown): AppError | null {
  try {
    checkMessage(channel, message);
    return null;
  } catch (error) {
    return (error as { appError: AppError }).appError;
  }
}

const mb = 1024 * 1024;

describe("checkMessage", () => {
  it("takes plain data up to 2 MB", () => {
    expect(fault("meetings:get", { meetingId: "x", list: [1, null, true, undefined, { a: "å" }] })).toBeNull();
    expect(fault("meetings:create", { title: "x".repeat(2 * mb - 16) })).toBeNull();
  });

  it.each([
    ["one long string", { title: "x".repeat(2 * mb) }],
    ["letters of two bytes", { title: "å".repeat(mb) }],
    ["many small values", { list: Array.from({ length: 300_000 }, () => 1) }],
  ])("refuses %s past 2 MB", (_what, message) => {
    expect(fault("meetings:create", message)).toMatchObject({ kind: "too-large", limitBytes: 2 * mb });
  });

  it("lets attachments be 200 MB together, and not more", () => {
    const files = (count: number): unknown => ({
      files: Array.from({ length: count }, () => ({ name: "a", bytes: new Uint8Array(50 * mb) })),
    });
    expect(fault("attachments:add", files(3))).toBeNull();
    expect(fault("attachments:add", files(4))).toMatchObject({ kind: "too-large", limitBytes: 200 * mb });
  });

  it("counts the whole buffer behind a short view", () => {
    const bytes = new Uint8Array(3 * mb).subarray(0, 10);
    expect(fault("meetings:get", { bytes })).toMatchObject({ kind: "too-large" });
  });

  it("refuses a key that could reach a prototype", () => {
    expect(fault("meetings:get", JSON.parse('{"a": [{"__proto__": {"x": 1}}]}'))).toMatchObject({
      kind: "invalid-input",
      field: "__proto__",
    });
    expect(fault("meetings:get", { constructor: 1 })).toMatchObject({ kind: "invalid-input", field: "constructor" });
  });

  it("refuses depth without falling over it, and a ring", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(fault("meetings:get", deep)).toMatchObject({ kind: "invalid-input", reason: "er indlejret for dybt" });
    const ring: { self?: unknown } = {};
    ring.self = ring;
    expect(fault("meetings:get", ring)).toMatchObject({ kind: "invalid-input" });
  });

  it.each([
    ["a date", new Date()],
    ["a map", new Map()],
    ["an error", new Error("x")],
    ["a buffer", new ArrayBuffer(8)],
    ["a pattern", /x/],
  ])("refuses %s", (_what, value) => {
    expect(fault("meetings:get", { value })).toMatchObject({ kind: "invalid-input", reason: "er ikke almindelige data" });
  });
});
