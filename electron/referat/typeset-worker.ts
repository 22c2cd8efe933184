import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import startEngine, { type TypstCompiler, TypstCompilerBuilder } from "@myriaddreamin/typst-ts-web-compiler";
import { claimUa } from "./claim-ua.ts";
import { createRewinder } from "./engine-rewind.ts";
import { keepRoom } from "./engine-room.ts";
import { countPages, showTitle } from "./finish-pdf.ts";
import type { TaskSetup } from "./task-runner.ts";
import type { TypesetJob, WorkerAnswer, WorkerSetup } from "./typeset-messages.ts";
import { warmDocument } from "./warm-document.ts";

const template = "/referat.typ";
const plainDiagnostics = 1;

function answer(message: WorkerAnswer, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

async function buildCompiler(setup: WorkerSetup): Promise<TypstCompiler> {
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of setup.fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  compiler.add_source(template, setup.template);
  return compiler;
}

function setPdf(compiler: TypstCompiler, { json, files, claimsUa }: TypesetJob): Uint8Array<ArrayBuffer> {
  compiler.map_shadow("/data.json", new TextEncoder().encode(json));
  for (const { path, source } of files) compiler.map_shadow(path, readFileSync(source));
  const { result } = compiler.compile(template, undefined, "pdf", plainDiagnostics) as { result?: Uint8Array<ArrayBuffer> };
  if (result === undefined) throw new Error("the typesetter gave no file");
  for (const { path } of files) compiler.unmap_shadow(path);
  if (claimsUa) return claimUa(result);
  showTitle(result);
  return result;
}

function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, 300);
}

async function start(setup: WorkerSetup): Promise<void> {
  const engine = await startEngine({ module_or_path: setup.engine });
  const { memory } = engine;
  const compiler = await buildCompiler(setup);
  setPdf(compiler, { json: JSON.stringify(warmDocument), files: [], bilagPages: 0, claimsUa: false });
  const rewinder = setup.rewinds ? createRewinder(engine) : null;
  const memoryBytes = (): number => rewinder?.heldBytes() ?? memory.buffer.byteLength;
  parentPort?.on("message", (job: TypesetJob) => {
    try {
      const pdf = setPdf(compiler, job);
      answer({ kind: "set", pdf, pages: countPages(pdf), memoryBytes: memoryBytes() }, [pdf.buffer]);
      // After the answer: whoever waits for the pages has them by then.
      rewinder?.settle(job.json.length, () => setPdf(compiler, job));
    } catch (error) {
      answer({ kind: "failed", detail: describe(error) });
    }
    if (rewinder === null) keepRoom(engine);
  });
  keepRoom(engine);
  answer({ kind: "ready", memoryBytes: memoryBytes() });
}

/** One entry for every worker of the referat, so that the build has one; the others load what they need only then. */
async function startPart(setup: WorkerSetup | TaskSetup): Promise<void> {
  if (!("role" in setup)) return start(setup);
  if (setup.role === "probe") return (await import("../attachments/probe-worker.ts")).answerProbes();
  (await import("./read-back-worker.ts")).answerReadBacks();
}

await startPart(workerData as WorkerSetup | TaskSetup);
