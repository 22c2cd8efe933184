import { limits, utf8Bytes } from "../../shared/domain/limits.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { Channel } from "../../shared/ipc/channels.ts";

/** All files of one `attachments:add` together. */
const attachmentMessageBytes = 200 * 1024 * 1024;
/** Deeper than the deepest rich text inside a list of changes. */
const deepest = 2 * limits.richTextDepth + 16;
const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

type Part = { value: unknown; depth: number };

/**
 * Looks at a message before any schema does: its size, its depth, and that it is plain data without keys that could reach a
 * prototype. Throws AppFailure `too-large` or `invalid-input`. Takes time in proportion to the limit, never to the message.
 */
export function checkMessage(channel: Channel, message: unknown): void {
  const files = channel === "attachments:add";
  const limit = files ? attachmentMessageBytes : limits.messageBytes;
  let bytes = 0;
  const waiting: Part[] = [{ value: message, depth: 0 }];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    bytes += sizeOf(part.value);
    if (bytes > limit) throw tooLarge(files, limit, bytes);
    if (typeof part.value !== "object" || part.value === null || part.value instanceof Uint8Array) continue;
    if (part.depth >= deepest) throw invalid("beskeden", "er indlejret for dybt");
    for (const inner of innerValues(part.value)) waiting.push({ value: inner, depth: part.depth + 1 });
  }
}

/** A view carries its whole buffer over, so the buffer is what counts. */
function sizeOf(value: unknown): number {
  if (typeof value === "string") return utf8Bytes(value);
  return value instanceof Uint8Array ? value.buffer.byteLength : 8;
}

function innerValues(value: object): unknown[] {
  if (Array.isArray(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw invalid("beskeden", "er ikke almindelige data");
  for (const key of Object.keys(value)) if (forbiddenKeys.has(key)) throw invalid(key, "er ikke et felt");
  return Object.values(value);
}

function tooLarge(files: boolean, limitBytes: number, actualBytes: number): AppFailure {
  return new AppFailure({ kind: "too-large", what: files ? "Samlingen af bilag" : "Teksten", limitBytes, actualBytes });
}

function invalid(field: string, reason: string): AppFailure {
  return new AppFailure({ kind: "invalid-input", field, reason });
}
