import type { Place } from "./page-messages.ts";
import type { PdfFile } from "./pdf-file.ts";
import type { PdfDict, PdfValue } from "./pdf-values.ts";

/** The page (from 1) that an object is, and its height; null for one that is no page. */
type FindPage = (ref: number) => { page: number; height: number } | null;

/** The bookmarks of the punkter, in the order of the pages. */
export function readPlaces(file: PdfFile, findPage: FindPage): Place[] {
  const outlines = file.find(file.root.get("Outlines"));
  return outlines instanceof Map ? placesUnder(file, outlines, findPage) : [];
}

function placesUnder(file: PdfFile, parent: PdfDict, findPage: FindPage): Place[] {
  const places: Place[] = [];
  for (let entry = file.find(parent.get("First")); entry instanceof Map; entry = file.find(entry.get("Next"))) {
    const place = placeOf(file, entry, findPage);
    if (place !== null) places.push(place);
    places.push(...placesUnder(file, entry, findPage));
  }
  return places;
}

function placeOf(file: PdfFile, entry: PdfDict, findPage: FindPage): Place | null {
  const number = /^Punkt (\d+):/.exec(titleOf(file.find(entry.get("Title"))))?.[1];
  const target = file.find(entry.get("Dest"));
  if (number === undefined || !Array.isArray(target)) return null;
  const [ref, , , top] = target;
  const found = typeof ref === "object" && "ref" in ref ? findPage(ref.ref) : null;
  if (found === null) return null;
  return { number: Number(number), page: found.page, top: typeof top === "number" ? 1 - top / found.height : 0 };
}

/** In UTF-16 where it begins with its mark, else one letter a byte. */
function titleOf(title: PdfValue | null): string {
  if (title === null || typeof title !== "object" || !("bytes" in title)) return "";
  if (!title.bytes.startsWith("\u00fe\u00ff")) return title.bytes;
  const bytes = Uint8Array.from(title.bytes, (char) => char.charCodeAt(0));
  return new TextDecoder("utf-16be").decode(bytes);
}
