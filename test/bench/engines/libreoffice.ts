import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { referatHtml } from "../referat-html.ts";
import { appendBilag } from "./append-bilag.ts";
import type { Engine } from "./engine.ts";

const run = promisify(execFile);

/** Null where it is not installed. */
export function findLibreOffice(): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "C:\\Program Files\\LibreOffice\\program"];
  return folders.flatMap((folder) => ["soffice", "soffice.exe"].map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null;
}

/** Converts the same HTML; a process each time, as it is used from other programs. */
export function startLibreOffice(program: string): Engine {
  const work = mkdtempSync(join(tmpdir(), "referent-bench-"));
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, "profil"))}`;
  return {
    async print({ meeting, bilag }) {
      const source = join(work, "referat.html");
      writeFileSync(source, referatHtml(meeting));
      await run(program, [profile, "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", work, source]);
      return appendBilag(readFileSync(join(work, "referat.pdf")), bilag);
    },
    close: async () => rmSync(work, { recursive: true, force: true }),
  };
}
