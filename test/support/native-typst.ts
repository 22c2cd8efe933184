import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { cleanReferat } from "../../electron/referat/clean.ts";
import type { ReferatDocument } from "../../electron/referat/document.ts";
import { loadEngineParts } from "../../electron/referat/engine-parts.ts";

/** Sets a document and holds it to a standard, as the engine itself checks it. Throws with its words where the document fails. */
export type NativeTypst = { set(document: ReferatDocument, standard: "ua-1" | "a-2a", files?: Record<string, Buffer>): Buffer };

/** The same engine as the one that ships, built for this PC: it can be asked for a standard, which the shipped one cannot. */
export async function openNativeTypst(): Promise<NativeTypst> {
  const { setup, covers } = await loadEngineParts(fileURLToPath(new URL("../../resources", import.meta.url)));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: setup.fonts.map((font) => Buffer.from(font)) }], workspace: "/" });
  compiler.addSource("/referat.typ", setup.template);
  return {
    set(document, standard, files = {}) {
      compiler.mapShadow("/data.json", Buffer.from(JSON.stringify(cleanReferat(document, covers).document)));
      for (const [path, bytes] of Object.entries(files)) compiler.mapShadow(path, bytes);
      const set = compiler.compile({ mainFilePath: "/referat.typ" });
      const diagnostics = set.takeDiagnostics();
      if (set.result === null) throw new Error(JSON.stringify(diagnostics === null ? "not set" : compiler.fetchDiagnostics(diagnostics)));
      return compiler.pdf(set.result, { pdfStandard: standard });
    },
  };
}
