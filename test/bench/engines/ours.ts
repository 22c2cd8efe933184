import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PDFDocument } from "@cantoo/pdf-lib";
import { composeReferat } from "../../../electron/referat/compose.ts";
import type { PrintAttachment, ReferatDocument } from "../../../electron/referat/document.ts";
import { createTypesetter } from "../../../electron/referat/engine.ts";
import { checkReferat, createReadBack } from "../../../electron/referat/read-back.ts";
import type { Engine, Job } from "./engine.ts";

const resourcesDir = fileURLToPath(new URL("../../../resources", import.meta.url));
const workerUrl = new URL("../../../electron/referat/typeset-worker.ts", import.meta.url);

/** Our export: the pages alone, or read back against the meeting as each export is. */
export function startOurs(readsBack: boolean): Engine {
  const typesetter = createTypesetter({ workerUrl, resourcesDir });
  const readBack = createReadBack({ workerUrl });
  // The size of each bilag's pages is found when it is added, not when it is printed.
  const known = new Map<string, PrintAttachment["pages"]>();
  return {
    async print({ meeting, bilag }) {
      for (const path of bilag) if (!known.has(path)) known.set(path, await pageSizes(path));
      const files = bilag.map((source, i) => ({ path: `/bilag/${i}.pdf`, source }));
      const document = withBilag(composeReferat(meeting, { organisation: "" }), { meeting, bilag }, known);
      const result = await typesetter.typeset(document, files);
      if (readsBack) await checkReferat(readBack, { result, whole: null, rules: { phrases: [], publicContacts: [] } });
      return result.pdf;
    },
    async close() {
      await typesetter.close();
      await readBack.close();
    },
  };
}

async function pageSizes(path: string): Promise<PrintAttachment["pages"]> {
  return (await PDFDocument.load(readFileSync(path))).getPages().map((page) => page.getSize());
}

function withBilag(document: ReferatDocument, { bilag }: Job, sizes: Map<string, PrintAttachment["pages"]>): ReferatDocument {
  const attachments = bilag.map((path, i): PrintAttachment => {
    const stamp = `Punkt 1, Bilag ${i + 1}: Notat ${i + 1}`;
    return { stamp, runningStamp: stamp, file: `/bilag/${i}.pdf`, pages: sizes.get(path) ?? [], note: null, text: null };
  });
  const [first, ...rest] = document.categories;
  const [item, ...items] = first?.items ?? [];
  if (first === undefined || item === undefined || bilag.length === 0) return document;
  return { ...document, categories: [{ ...first, items: [{ ...item, attachments }, ...items] }, ...rest] };
}
