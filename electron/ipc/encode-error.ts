import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { type AppError, AppFailure } from "../../shared/errors.ts";
import type { Channel } from "../../shared/ipc/channels.ts";
import { describeUnexpected, type Log } from "../log.ts";

/** What a failure is outside this process: an expected one as it is, anything else as a number that is also in the log. */
export function encodeError(error: unknown, log: Log, channel?: Channel): AppError {
  const where = channel === undefined ? {} : { channel };
  if (error instanceof AppFailure) {
    log("refused", { ...where, kind: error.appError.kind });
    return error.appError;
  }
  const logId = randomUUID();
  log("failed", { ...where, logId, ...describeUnexpected(error) });
  return { kind: "internal", logId };
}

/** The first fault that a schema found, with the field named; a changed field by its own name ("item.decision"). */
export function invalidInput(error: z.ZodError, input: unknown): AppFailure {
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  const field = findChangedField(path, input) ?? (path.map(String).join(".") || "beskeden");
  return new AppFailure({ kind: "invalid-input", field, reason: issue?.message ?? "er ugyldigt" });
}

function findChangedField(path: readonly PropertyKey[], input: unknown): string | null {
  const [list, index, part] = path;
  if (list !== "changes" || typeof index !== "number" || part !== "value") return null;
  const { changes } = input as { changes: { entity: string; field: string }[] };
  const change = changes[index];
  return change === undefined ? null : `${change.entity}.${change.field}`;
}
