import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { AppErrorKind } from "../shared/errors.ts";
import { type Channel, channels } from "../shared/ipc/channels.ts";

type LogEvent = "started" | "stopped" | "refused" | "failed" | "untrusted-sender" | "window-gone";

/** All that may be written: names from fixed lists, numbers, codes. No field takes text, a name, a path or an address. */
type LogFields = {
  channel?: Channel;
  kind?: AppErrorKind;
  logId?: string;
  error?: string;
  code?: string;
  at?: string;
  exitCode?: number;
  ms?: number;
};

/** Writes one line. Never throws: a log that cannot be written must not stop the work. */
export type Log = (event: LogEvent, fields?: LogFields) => void;

const patterns: Record<keyof LogFields, RegExp> = {
  channel: new RegExp(`^(${channels.join("|")})$`),
  kind: /^[a-z][a-z-]{0,40}$/,
  logId: /^[0-9a-f-]{36}$/,
  error: /^[A-Z][A-Za-z]{0,60}$/,
  code: /^[A-Z][A-Z0-9_]{0,60}$/,
  at: /^[A-Za-z0-9_.-]{1,80}:\d+:\d+$/,
  exitCode: /^-?\d{1,12}$/,
  ms: /^\d{1,12}(\.\d+)?$/,
};

const maxBytes = 1024 * 1024;
const maxFiles = 5;

/** Opens the log in `<dataDir>/logs`: five files of 1 MB at most, readable by their owner only. */
export function openLog(dataDir: string, now: () => Date = () => new Date()): Log {
  const dir = join(dataDir, "logs");
  const file = (index: number): string => join(dir, index === 0 ? "referent.log" : `referent.${index}.log`);
  return (event, fields = {}) => {
    const line = `${JSON.stringify({ at: now().toISOString(), event, ...allowed(fields) })}\n`;
    try {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      rotate(file, line.length);
      appendFileSync(file(0), line, { mode: 0o600 });
    } catch {
      // A full or vanished disk is told by the store, in words; the log has nobody to tell.
    }
  };
}

function allowed(fields: LogFields): Record<string, string | number> {
  const kept = Object.entries(fields).filter(([name, value]) => {
    const pattern = Object.hasOwn(patterns, name) ? patterns[name as keyof LogFields] : undefined;
    return pattern?.test(String(value)) === true;
  });
  return Object.fromEntries(kept.map(([name, value]) => [name === "at" ? "where" : name, value]));
}

function rotate(file: (index: number) => string, coming: number): void {
  const size = statSync(file(0), { throwIfNoEntry: false })?.size ?? 0;
  if (size + coming <= maxBytes) return;
  rmSync(file(maxFiles - 1), { force: true });
  for (let index = maxFiles - 2; index >= 0; index -= 1) {
    if (statSync(file(index), { throwIfNoEntry: false }) !== undefined) renameSync(file(index), file(index + 1));
  }
}

/** What may be said of an error nobody expected: its class, its code, and the place in our own code. Never its message. */
export function describeUnexpected(error: unknown): Pick<LogFields, "error" | "code" | "at"> {
  if (!(error instanceof Error)) return { error: "NotAnError" };
  const code = (error as NodeJS.ErrnoException).code;
  const place = /\(?(?:file:\/\/)?([^()\s]+):(\d+):(\d+)\)?\s*$/m.exec((error.stack ?? "").replace(error.message, ""));
  const file = place?.[1];
  return {
    error: error.constructor.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(file === undefined ? {} : { at: `${basename(file)}:${place?.[2]}:${place?.[3]}` }),
  };
}
