import type { Outlines } from "./glyph-outlines.ts";
import type { Place } from "./page-messages.ts";
import { type Piece, readPiece, splitContent } from "./page-pieces.ts";
import { type Face, readFace, unpackOutlines } from "./pdf-faces.ts";
import { isRef, openPdf, type PdfFile } from "./pdf-file.ts";
import type { PdfDict, PdfValue } from "./pdf-values.ts";
import { readPlaces } from "./read-places.ts";

/** A set referat. Pages count from 1; what is not another page than before is the same object as before. */
export type ReferatPages = {
  pages: number;
  places: readonly Place[];
  /** In the page's own measure. */
  size(page: number): { width: number; height: number };
  content(page: number): Promise<readonly Piece[]>;
};

/** Opens one referat after the other. Faces, pages and lines that are as they were in the last one are not read again. */
export function createReferatOpener(): (pdf: Uint8Array) => ReferatPages {
  const outlines = keepLast<Promise<Outlines>>();
  const faces = keepLast<Promise<KnownFace>>();
  const contents = keepLast<Promise<readonly Piece[]>>();
  const pieces = keepLast<Piece>();
  let lastFace = 0;

  const faceOf = (file: PdfFile, ref: PdfValue): Promise<KnownFace> => {
    const font = file.dict(ref);
    const inner = file.dict((file.find(font.get("DescendantFonts")) as PdfValue[] | null)?.[0]);
    const program = file.packed(file.dict(inner.get("FontDescriptor")).get("FontFile2"));
    const outlinesOf = (own: PdfValue) => outlines.get(program, () => unpackOutlines(file, own));
    return faces.get(program + file.packed(font.get("ToUnicode")), async () => {
      lastFace += 1;
      return { id: lastFace, face: await readFace(file, font, outlinesOf) };
    });
  };
  const readContent = async (file: PdfFile, page: PdfDict, own: FaceOf): Promise<readonly Piece[]> => {
    const named = await facesOf(file, page, own);
    const print = named.map(([name, { id }]) => `${name} ${id}`).join();
    const contentsRef = page.get("Contents");
    return contents.get(`${print} ${file.packed(contentsRef)}`, async () => {
      const source = new TextDecoder("latin1").decode(await file.unpacked(contentsRef));
      const byName = new Map(named.map(([name, { face }]) => [name, face]));
      return splitContent(source).map((each) => pieces.get(`${print} ${each}`, () => readPiece(each, byName)));
    });
  };
  return (pdf) => {
    for (const kept of [outlines, faces, contents, pieces]) kept.turn();
    const file = openPdf(pdf);
    // Pages share their faces: each is told from the last file's once, by all of its bytes.
    const ownFaces = new Map<number, Promise<KnownFace>>();
    const ownFaceOf = (ref: PdfValue): Promise<KnownFace> => {
      const number = isRef(ref) ? ref.ref : 0;
      const face = ownFaces.get(number) ?? faceOf(file, ref);
      if (number > 0) ownFaces.set(number, face);
      return face;
    };
    const all = pagesOf(file, file.root.get("Pages"));
    const pageOf = (number: number): PdfDict => file.dict(all[number - 1]);
    const size = (number: number): { width: number; height: number } => {
      const [left = 0, bottom = 0, right = 0, top = 0] = (file.find(pageOf(number).get("MediaBox")) as number[] | null) ?? [];
      return { width: right - left, height: top - bottom };
    };
    const numbers = new Map(all.map((page, index) => [isRef(page) ? page.ref : 0, index + 1]));
    return {
      pages: all.length,
      places: readPlaces(file, (ref) => {
        const page = numbers.get(ref);
        return page === undefined ? null : { page, height: size(page).height };
      }),
      size,
      content: (number) => readContent(file, pageOf(number), ownFaceOf),
    };
  };
}

function pagesOf(file: PdfFile, node: PdfValue | undefined): PdfValue[] {
  const kids = file.find(file.dict(node).get("Kids"));
  if (!Array.isArray(kids)) return node === undefined ? [] : [node];
  return kids.flatMap((kid) => pagesOf(file, kid));
}

type KnownFace = { id: number; face: Face };
type FaceOf = (ref: PdfValue) => Promise<KnownFace>;

function facesOf(file: PdfFile, page: PdfDict, faceOf: FaceOf): Promise<[string, KnownFace][]> {
  const fonts = file.find(file.dict(page.get("Resources")).get("Font"));
  const named = fonts instanceof Map ? [...fonts] : [];
  return Promise.all(named.map(async ([name, ref]): Promise<[string, KnownFace]> => [name, await faceOf(ref)]));
}

type Kept<T> = { get(key: string, make: () => T): T; turn(): void };

/** Remembers what was asked for since the last turn but one. */
function keepLast<T>(): Kept<T> {
  let before = new Map<string, T>();
  let now = new Map<string, T>();
  return {
    get(key, make) {
      const value = now.get(key) ?? before.get(key) ?? make();
      now.set(key, value);
      return value;
    },
    turn() {
      before = now;
      now = new Map();
    },
  };
}
