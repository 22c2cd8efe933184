import { olderOffice } from "./older-office.ts";
import { listZipEntries, type ZipEntry } from "./zip-names.ts";

/** Whether one of the parts of a Word document is its macros. */
export function holdsMacros(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => /vbaProject\.bin$/i.test(name));
}

/**
 * Whether a file is a Word document with macros, old or new. Such a file is kept and printed by its text, and never opened from here. One
 * that hides them under another name is opened as .docx, in which Word takes none.
 */
export function hasMacros(bytes: Uint8Array): boolean {
  return olderOffice(bytes) === "macros" || holdsMacros(listZipEntries(bytes) ?? []);
}
