import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const renderer = fileURLToPath(new URL("../renderer", import.meta.url));
const read = (ending: RegExp): string[] =>
  readdirSync(renderer, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(join(renderer, name), "utf8"));

const source = read(/\.tsx?$/).join("\n");
const styled = new Set(
  read(/\.css$/).flatMap((sheet) =>
    [...sheet.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{}]+)\{/g)].flatMap(([, selector = ""]) =>
      [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = ""]) => name),
    ),
  ),
);

/** Given by the editor's engine and the icons, not by us. */
const foreign = /^(ProseMirror|lucide)/;

describe("the classes of the window", () => {
  it("are all of elements that can be there", () => {
    const words = new Set(source.match(/[a-zA-Z][\w-]*/g));
    // "button-${look}"
    const begun = [...source.matchAll(/([a-z][\w-]*-)\$\{/g)].map(([, start = ""]) => start);
    const isUsed = (name: string): boolean => words.has(name) || begun.some((start) => name.startsWith(start));
    expect([...styled].filter((name) => !foreign.test(name) && !isUsed(name))).toEqual([]);
  });

  it("all have a look of their own, or are looked for by it", () => {
    const literals = [...source.matchAll(/className="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(/\s+/));
    const lookedFor = (name: string): boolean => new RegExp(`["'\`. ]\\.${name}\\b`).test(source);
    expect([...new Set(literals)].filter((name) => name !== "" && !styled.has(name) && !lookedFor(name))).toEqual([]);
  });
});
