import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A fault at the calls from number `from` on (the first is 1), `span` of them. Calls are counted under `dir`, once `gate` is there. */
export type ShimFault = {
  dir: string;
  gate?: string;
  from: number;
  span?: number;
  /** Reads and opens are counted too, not only what writes. */
  reads?: boolean;
  /** Only calls whose name holds this. */
  only?: "sync" | "write" | "rename";
  what: { kind: "kill" } | { kind: "fail"; code: "EIO" | "ENOSPC" } | { kind: "wait"; ms: number };
  /** Gets a line for each call struck: number, name, path. */
  seen?: string;
};

let built: string | null | undefined;

/** The compiled shim, or null where faults cannot be put between: no Linux or no C compiler. */
export function shimPath(): string | null {
  built ??= compile();
  return built;
}

function compile(): string | null {
  if (process.platform !== "linux") return null;
  const folder = mkdtempSync(join(tmpdir(), "referent-shim-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const source = fileURLToPath(new URL("./shim.c", import.meta.url));
  const library = join(folder, "shim.so");
  for (const compiler of ["cc", "gcc", "clang"]) {
    try {
      execFileSync(compiler, ["-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"], { stdio: "ignore" });
      return library;
    } catch {
      // The next one, or none.
    }
  }
  return null;
}

/** The environment that puts the fault before a process started with it. Throws where there is no shim. */
export function shimEnv({ dir, gate, from, span, reads, only, what, seen }: ShimFault): Record<string, string> {
  const library = shimPath();
  if (library === null) throw new Error("no C compiler: faults cannot be put between the app and the system");
  const value = what.kind === "fail" ? constants.errno[what.code] : what.kind === "wait" ? what.ms : 0;
  return {
    LD_PRELOAD: library,
    UV_USE_IO_URING: "0",
    SHIM_DIR: dir,
    SHIM_GATE: gate ?? "",
    SHIM_FROM: String(from),
    SHIM_SPAN: String(span ?? 1),
    SHIM_READS: reads === true ? "1" : "",
    SHIM_ONLY: only ?? "",
    SHIM_KIND: what.kind,
    SHIM_VALUE: String(value),
    SHIM_SEEN: seen ?? "",
  };
}
