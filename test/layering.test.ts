import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const run = promisify(execFile);
const tree = realpathSync(mkdtempSync(join(tmpdir(), "referent-layers-")));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** Plants files in a copy of the rules, runs a checker there, and gives what it printed; "" when it had nothing to say. */
async function check(files: Record<string, string>, copied: string[], command: string, args: string[]): Promise<string> {
  const dir = mkdtempSync(join(tree, "x"));
  symlinkSync(join(root, "node_modules"), join(dir, "node_modules"));
  for (const name of copied) cpSync(join(root, name), join(dir, name), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return run(join(root, "node_modules/.bin", command), args, { cwd: dir }).then(
    () => "",
    (failed: { stdout: string; stderr: string }) => `${failed.stdout}${failed.stderr}`.replaceAll(`${dir}/`, ""),
  );
}

const lint = (files: Record<string, string>): Promise<string> =>
  check(files, ["biome.json", ".gitignore"], "biome", ["lint", "--reporter=github", "."]);

/** One wrong line a file, and the rule that must say so. */
const planted: [file: string, line: string, rule: string][] = [
  ["shared/domain/a.ts", 'export { openApp } from "../../electron/compose-app.ts";', "noRestrictedImports"],
  ["shared/domain/b.ts", 'export { call } from "../../renderer/api/call.ts";', "noRestrictedImports"],
  ["shared/domain/c.ts", 'export { readFileSync } from "node:fs";', "noRestrictedImports"],
  ["shared/domain/d.ts", 'export { useState } from "react";', "noRestrictedImports"],
  ["renderer/app/a.ts", 'export { openApp } from "../../electron/compose-app.ts";', "noRestrictedImports"],
  ["renderer/app/b.ts", 'export { shell } from "electron";', "noRestrictedImports"],
  ["renderer/app/c.ts", 'export { join } from "node:path";', "noRestrictedImports"],
  ["electron/meetings/a.ts", 'import { ipcMain } from "electron";\nexport const x = ipcMain;', "noRestrictedImports"],
  ["electron/meetings/b.ts", 'import { ipcRenderer } from "electron";\nexport const x = ipcRenderer;', "noRestrictedImports"],
  ["electron/meetings/c.ts", 'export { call } from "../../renderer/api/call.ts";', "noRestrictedImports"],
  ["electron/meetings/d.ts", 'export { request } from "node:https";', "noRestrictedImports"],
  ["electron/meetings/e.ts", 'export { validInputs } from "../../test/support/valid-inputs.ts";', "noRestrictedImports"],
  ["electron/meetings/f.ts", "export const x = (code: string): unknown => eval(code);", "noGlobalEval"],
  ["renderer/app/d.tsx", "export const X = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;", "noDangerouslySetInnerHtml"],
];

describe("the layers, held by lint", () => {
  it("says so of every planted wrong line, in one run", async () => {
    const output = await lint(Object.fromEntries(planted.map(([file, line]) => [file, `${line}\n`])));
    const found = new Set([...output.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+)/g)].map(([, rule, file]) => `${file} ${rule}`));
    expect(planted.map(([file, , rule]) => `${file} ${rule}`).filter((expected) => !found.has(expected))).toEqual([]);
  });

  it("has nothing to say where the same names belong", async () => {
    const output = await lint({
      "electron/ipc/serve.ts": 'import { ipcMain } from "electron";\nexport const x = ipcMain;\n',
      "electron/preload.ts": 'import { ipcRenderer } from "electron";\nexport const x = ipcRenderer;\n',
      "electron/meetings/a.ts": 'export { contract } from "../../shared/ipc/contract.ts";\n',
      "renderer/app/a.ts": 'export { contract } from "../../shared/ipc/contract.ts";\n',
    });
    expect(output).toBe("");
  });
});

/** What shared must not be able to name, and what the compiler says of it. */
const unreachable: [file: string, text: string, named: string][] = [
  ["shared/node.ts", 'import { readFileSync } from "node:fs";\nexport const x: unknown = readFileSync;\n', "node:fs"],
  ["shared/page.ts", "export const x: unknown = document.title;\n", "document"],
  ["shared/main.ts", 'import type { Clock } from "../electron/context.ts";\nexport type X = Clock;\n', "electron/context.ts"],
];

describe("the layers, held by the compiler", () => {
  it("stops shared from reaching Node, the page and main's files, and finds nothing else", async () => {
    const files = Object.fromEntries(unreachable.map(([file, text]) => [file, text]));
    const args = ["-p", "shared/tsconfig.json", "--pretty", "false"];
    const lines = (await check(files, ["shared", "tsconfig.base.json"], "tsc", args))
      .split("\n")
      .filter((line) => /^[^ ].*error TS/.test(line));
    for (const [file, , named] of unreachable) expect(lines.filter((line) => line.startsWith(file)).join("\n")).toContain(named);
    expect(lines.filter((line) => !unreachable.some(([file]) => line.startsWith(file)))).toEqual([]);
  });
});
