/** The shape of a glyph, one em wide and high with the baseline at 0 and up as positive; null for one that is empty. */
export type Outlines = (glyph: number) => Path2D | null;

type Point = { x: number; y: number; on: boolean };
type Contour = readonly Point[];

// Flags of the glyf table. Source: OpenType specification, glyf.
const onCurve = 1;
const [shortX, shortY] = [2, 4];
const repeats = 8;
const [sameX, sameY] = [16, 32];
const [wordArguments, argumentsAreOffsets, hasScale, moreParts, hasTwoScales, hasMatrix] = [1, 2, 8, 32, 64, 128];

/** Reads the outlines of a TrueType face, each when it is first asked for. */
export function readOutlines(face: Uint8Array): Outlines {
  const view = new DataView(face.buffer, face.byteOffset, face.byteLength);
  const table = tablesOf(view);
  const [head, loca, glyf] = [table("head"), table("loca"), table("glyf")];
  const em = view.getUint16(head + 18);
  const placeOf =
    view.getInt16(head + 50) === 0 ? (id: number) => 2 * view.getUint16(loca + 2 * id) : (id: number) => view.getUint32(loca + 4 * id);
  const contoursOf = (glyph: number, depth = 0): Contour[] => {
    const [start, end] = [placeOf(glyph), placeOf(glyph + 1)];
    if (start === end || depth > 8) return [];
    const at = glyf + start;
    const contours = view.getInt16(at);
    if (contours >= 0) return simpleContours(view, at + 10, contours);
    return partsOf(view, at + 10).flatMap(({ id, place }) => contoursOf(id, depth + 1).map((contour) => contour.map(place)));
  };
  const known = new Map<number, Path2D | null>();
  return (glyph) => {
    let path = known.get(glyph);
    if (path === undefined) {
      path = pathOf(contoursOf(glyph), 1 / em);
      known.set(glyph, path);
    }
    return path;
  };
}

function tablesOf(view: DataView): (tag: string) => number {
  const places = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    places.set(tag, view.getUint32(at + 8));
  }
  return (tag) => {
    const place = places.get(tag);
    if (place === undefined) throw new Error(`the face has no ${tag} table`);
    return place;
  };
}

function simpleContours(view: DataView, from: number, contours: number): Contour[] {
  const ends = Array.from({ length: contours }, (_none, index) => view.getUint16(from + 2 * index));
  const points = (ends.at(-1) ?? -1) + 1;
  const instructions = view.getUint16(from + 2 * contours);
  let at = from + 2 * contours + 2 + instructions;
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = view.getUint8(at++);
    const times = (flag & repeats) === 0 ? 0 : view.getUint8(at++);
    for (let time = 0; time <= times; time += 1) flags.push(flag);
  }
  const readAxis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) === 0 ? -view.getUint8(at++) : view.getUint8(at++);
      else if ((flag & same) === 0) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const [xs, ys] = [readAxis(shortX, sameX), readAxis(shortY, sameY)];
  const all = flags.map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (flag & onCurve) !== 0 }));
  return ends.map((end, index) => all.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
}

type Part = { id: number; place: (point: Point) => Point };

/** A letter with its accent is made of two glyphs, each with its place. */
function partsOf(view: DataView, from: number): Part[] {
  const parts: Part[] = [];
  let at = from;
  let flags = moreParts;
  const short = (): number => {
    at += 2;
    return view.getInt16(at - 2) / 16_384;
  };
  while ((flags & moreParts) !== 0) {
    flags = view.getUint16(at);
    const id = view.getUint16(at + 2);
    if ((flags & argumentsAreOffsets) === 0) throw new Error("a glyph is placed by points");
    const wide = (flags & wordArguments) !== 0;
    const [dx, dy] = wide ? [view.getInt16(at + 4), view.getInt16(at + 6)] : [view.getInt8(at + 4), view.getInt8(at + 5)];
    at += wide ? 8 : 6;
    let [a, b, c, d] = [1, 0, 0, 1];
    if ((flags & hasScale) !== 0) a = d = short();
    else if ((flags & hasTwoScales) !== 0) [a, d] = [short(), short()];
    else if ((flags & hasMatrix) !== 0) [a, b, c, d] = [short(), short(), short(), short()];
    parts.push({ id, place: ({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on }) });
  }
  return parts;
}

function pathOf(contours: readonly Contour[], scale: number): Path2D | null {
  const path = new Path2D();
  for (const contour of contours) if (contour.length > 1) addContour(path, contour, scale);
  return contours.length === 0 ? null : path;
}

/** Between two points off the curve lies one on it, halfway. */
function addContour(path: Path2D, contour: Contour, scale: number): void {
  const halfway = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true });
  const first = contour.findIndex(({ on }) => on);
  const [one, last] = [contour[0] as Point, contour.at(-1) as Point];
  const start = first === -1 ? halfway(last, one) : (contour[first] as Point);
  const round = first === -1 ? contour : [...contour.slice(first + 1), ...contour.slice(0, first)];
  path.moveTo(start.x * scale, start.y * scale);
  let bend: Point | null = null;
  for (const point of [...round, start]) {
    if (bend === null && point.on) path.lineTo(point.x * scale, point.y * scale);
    else if (bend !== null) {
      const to = point.on ? point : halfway(bend, point);
      path.quadraticCurveTo(bend.x * scale, bend.y * scale, to.x * scale, to.y * scale);
    }
    bend = point.on ? null : point;
  }
  path.closePath();
}
