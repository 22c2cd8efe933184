import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { limits } from "../../shared/domain/limits.ts";
import { AppFailure } from "../../shared/errors.ts";
import { printable } from "./danish-issues.ts";
import { describePosition, findJsonError } from "./json-error.ts";

/**
 * The JSON of a file of at most 2 MB. Throws AppFailure `file-unreadable`, `too-large`, or `import-invalid` with the line and
 * column where it stops being JSON.
 */
export function readJsonFile(path: string): unknown {
  const text = decode(readBytes(path));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(`er ikke JSON: fejl ved ${describePosition(text, findJsonError(text))}`, error);
  }
}

function readBytes(path: string): Uint8Array {
  const name = printable(basename(path));
  let file: number | null = null;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new AppFailure({ kind: "file-unreadable", name, code: "EISDIR" });
    if (stat.size > limits.messageBytes)
      throw new AppFailure({ kind: "too-large", what: `Filen "${name}"`, limitBytes: limits.messageBytes, actualBytes: stat.size });
    return readFileSync(file);
  } catch (error) {
    if (error instanceof AppFailure) throw error;
    throw new AppFailure({ kind: "file-unreadable", name, code: (error as NodeJS.ErrnoException).code ?? "EIO" }, error);
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Strict UTF-8, its byte order mark stripped: text in another encoding is told, not filled with question marks. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw invalid("er ikke UTF-8; gem filen som UTF-8", error);
  }
}

function invalid(reason: string, cause: unknown): AppFailure {
  return new AppFailure({ kind: "import-invalid", field: "(filen)", reason }, cause);
}
