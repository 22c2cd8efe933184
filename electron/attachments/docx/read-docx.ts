import type { FileBlock } from "../../referat/document.ts";
import { holdsMacros } from "../macros.ts";
import { unpackEntry } from "../zip-entry.ts";
import { listZipEntries, type ZipEntry } from "../zip-names.ts";
import { createBody } from "./body.ts";
import { createBudget, type FileText } from "./file-text.ts";
import { createNumbering } from "./numbering.ts";
import { nestBlocks, plain } from "./paragraph.ts";
import { createStyles } from "./styles.ts";
import { readXml, XmlDamage, type XmlListener } from "./xml.ts";

const mostTextBytes = 64 * 1024 * 1024;
const mostSideBytes = 16 * 1024 * 1024;

/**
 * The text of a Word file: paragraphs, headings, lists, tables and notes, as they stand when all tracked changes are accepted; nothing
 * hidden, no comments, no pictures. Throws XmlDamage or ZipDamage for what is no Word file. Not for the main thread.
 */
export async function readDocx(bytes: Uint8Array): Promise<FileText> {
  const listed = listZipEntries(bytes) ?? [];
  const entries = new Map(listed.map((entry) => [entry.name, entry]));
  const macros = holdsMacros(listed) ? ({ macros: true } as const) : {};
  const document = entries.get("word/document.xml");
  if (document === undefined) throw new XmlDamage("no document");
  const read = (entry: ZipEntry | undefined, listener: XmlListener, most = mostSideBytes): Promise<boolean> =>
    entry === undefined ? Promise.resolve(true) : readXml(unpackEntry(bytes, entry), listener, most);
  const styles = createStyles();
  const numbering = createNumbering();
  await read(entries.get("word/styles.xml"), styles.listener);
  await read(entries.get("word/numbering.xml"), numbering.listener);
  const parts = { style: styles.find, numbering, budget: createBudget() };
  const body = createBody(parts);
  const whole = await read(document, body.listener, mostTextBytes);
  const blocks = nestBlocks(body.blocks());
  if (!whole || body.pointed.length === 0) return { blocks, cut: !whole, ...macros };
  const notes = createBody(parts);
  const footnotes = await read(entries.get("word/footnotes.xml"), notes.listener);
  const endnotes = await read(entries.get("word/endnotes.xml"), notes.listener);
  const items = body.pointed.map((name, at) => ({ label: `[${at + 1}]`, blocks: nestBlocks(notes.notes.get(name) ?? []) }));
  return { blocks: [...blocks, ...noteBlocks(items)], cut: !(footnotes && endnotes), ...macros };
}

function noteBlocks(items: { label: string; blocks: FileBlock[] }[]): FileBlock[] {
  return [
    { kind: "paragraph", runs: [plain("Noter", true)] },
    { kind: "points", items },
  ];
}
