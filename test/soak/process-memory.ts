import { readdirSync, readFileSync } from "node:fs";

/** Megabytes that a process and its descendants hold, by what they are; what they share is parted among them. Linux. */
export type Megabytes = { main: number; window: number; drawing: number; browser: number; others: number };

export function megabytesOf(pid: number): Megabytes {
  const parents = new Map(
    readdirSync("/proc")
      .filter((entry) => /^\d+$/.test(entry))
      .map((entry) => [Number(entry), Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${entry}/status`))?.[1] ?? 0)]),
  );
  const isOurs = (each: number): boolean => each === pid || (each > 1 && isOurs(parents.get(each) ?? 0));
  const held: Megabytes = { main: 0, window: 0, drawing: 0, browser: 0, others: 0 };
  for (const each of [...parents.keys()].filter(isOurs)) {
    const kind = each === pid ? "main" : kindOf(read(`/proc/${each}/cmdline`).split(/[\0 ]/));
    held[kind] += Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${each}/smaps_rollup`))?.[1] ?? 0) / 1024;
  }
  return held;
}

/**
 * The browser's own process is the one of a type that is not told; the others it starts are named by theirs. A process
 * that was forked off from a prepared one has written its words anew, with spaces between.
 */
function kindOf(words: readonly string[]): keyof Megabytes {
  const type = words.find((word) => word.startsWith("--type="));
  if (type === undefined) return words[0]?.includes("chrom") === true ? "browser" : "others";
  if (type === "--type=gpu-process") return "drawing";
  return type === "--type=renderer" ? "window" : "others";
}

/** "" for a process that has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
