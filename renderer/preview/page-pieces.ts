import type { Face } from "./pdf-faces.ts";
import { type PdfValue, readValues } from "./pdf-values.ts";

/** a, b, c, d, e, f of PDF's and the canvas' transformations. */
export type Matrix = readonly [number, number, number, number, number, number];

/** What is put on the page in one colour. Glyphs are an em high before `matrix`, each `x` ems from the beginning of its line. */
export type Mark =
  | { kind: "glyphs"; matrix: Matrix; color: string; face: Face; glyphs: { id: number; x: number }[] }
  | { kind: "fill"; matrix: Matrix; color: string; path: Path2D; rule: CanvasFillRule }
  | { kind: "stroke"; matrix: Matrix; color: string; path: Path2D; line: PageLine };

/** How a path is drawn along. */
export type PageLine = { width: number; cap: CanvasLineCap; join: CanvasLineJoin; miter: number; dashes: readonly number[]; phase: number };

/** Letters that stand together; `baseline` and `size` are in the page's own measure, from its foot up. */
export type PageLetters = { str: string; baseline: number; size: number };

/** A part of a page that nothing before it changes. Its marks lie between `bottom` and `top`, from the page's foot up; without any, null. */
export type Piece = { marks: readonly Mark[]; letters: readonly PageLetters[]; extent: { bottom: number; top: number } | null };

type State = { matrix: Matrix; fill: string; stroke: string; line: PageLine; face: Face | null; size: number };
type Reading = { state: State; stack: State[]; text: Matrix; path: OpenPath; marks: Mark[]; letters: PageLetters[]; ys: number[] };
type OpenPath = { path: Path2D; points: [number, number][] };

const upright: Matrix = [1, 0, 0, 1, 0, 0];

/** The sources of a page's pieces, in order: what stands between the outermost q and Q of its content. */
export function splitContent(content: string): string[] {
  const reader = readValues(content, 0, false);
  const sources: string[] = [];
  let depth = 0;
  let start = 0;
  for (let value = reader.next(); value !== null; value = reader.next()) {
    const word = wordOf(value);
    if (word === "q") {
      if (depth === 0) start = reader.at - 1;
      depth += 1;
    } else if (word === "Q") {
      depth -= 1;
      if (depth === 0) sources.push(content.slice(start, reader.at));
    } else if (depth === 0 && word !== null && !outside.has(word)) throw new Error(`${word} stands outside of every piece`);
  }
  return sources;
}

/** Marks of structure, which show nothing. */
const outside = new Set(["BDC", "BMC", "EMC"]);

function wordOf(value: PdfValue): string | null {
  return typeof value === "object" && "word" in value ? value.word : null;
}

/** Reads a piece. Throws where it holds what the typesetter has not been seen to write. */
export function readPiece(source: string, faces: ReadonlyMap<string, Face>): Piece {
  const reading: Reading = {
    state: {
      matrix: upright,
      fill: "#000",
      stroke: "#000",
      line: { width: 1, cap: "butt", join: "miter", miter: 10, dashes: [], phase: 0 },
      face: null,
      size: 0,
    },
    stack: [],
    text: upright,
    path: { path: new Path2D(), points: [] },
    marks: [],
    letters: [],
    ys: [],
  };
  const reader = readValues(source, 0, false);
  let operands: PdfValue[] = [];
  for (let value = reader.next(); value !== null; value = reader.next()) {
    const word = wordOf(value);
    if (word === null) operands.push(value);
    else {
      const act = operators[word];
      if (act === undefined) throw new Error(`${word} is not understood on a page`);
      act(reading, operands, faces);
      operands = [];
    }
  }
  const { marks, letters, ys } = reading;
  return { marks, letters, extent: ys.length === 0 ? null : { bottom: Math.min(...ys), top: Math.max(...ys) } };
}

type Act = (reading: Reading, operands: readonly PdfValue[], faces: ReadonlyMap<string, Face>) => void;

const nothing: Act = () => {};

const operators: Readonly<Record<string, Act>> = {
  BDC: nothing,
  BMC: nothing,
  EMC: nothing,
  // Everything is in sRGB, in as many numbers as the colour has.
  cs: nothing,
  CS: nothing,
  ET: nothing,
  q: ({ state, stack }) => stack.push(state),
  Q: (reading) => {
    reading.state = reading.stack.pop() ?? reading.state;
  },
  cm: (reading, operands) => set(reading, { matrix: multiplied(reading.state.matrix, matrixOf(operands)) }),
  w: (reading, [width]) => setLine(reading, { width: Number(width) }),
  J: (reading, [cap]) => setLine(reading, { cap: caps[Number(cap)] ?? "butt" }),
  j: (reading, [join]) => setLine(reading, { join: joins[Number(join)] ?? "miter" }),
  M: (reading, [miter]) => setLine(reading, { miter: Number(miter) }),
  d: (reading, [dashes, phase]) => setLine(reading, { dashes: Array.isArray(dashes) ? dashes.map(Number) : [], phase: Number(phase) }),
  scn: (reading, operands) => set(reading, { fill: colorOf(operands) }),
  SCN: (reading, operands) => set(reading, { stroke: colorOf(operands) }),
  m: ({ path }, [x, y]) => addPoints(path, [x, y], (path, [a, b]) => path.moveTo(a, b)),
  l: ({ path }, [x, y]) => addPoints(path, [x, y], (path, [a, b]) => path.lineTo(a, b)),
  c: ({ path }, points) => addPoints(path, points, (path, [a, b, c, d, e, f]) => path.bezierCurveTo(a, b, c, d, e, f)),
  re: ({ path }, [x, y, width, height]) => {
    addPoints(path, [x, y, Number(x) + Number(width), Number(y) + Number(height)], (path, [a, b, c, d]) => path.rect(a, b, c - a, d - b));
  },
  h: ({ path }) => path.path.closePath(),
  f: (reading) => paint(reading, "nonzero"),
  "f*": (reading) => paint(reading, "evenodd"),
  S: (reading) => paint(reading, null),
  n: (reading) => endPath(reading),
  BT: (reading) => {
    reading.text = upright;
  },
  Tr: (_reading, [mode]) => {
    if (mode !== 0) throw new Error("letters are drawn in another way");
  },
  Tf: (reading, [name, size], faces) => {
    const face = faces.get(String(name).slice(1));
    if (face === undefined) throw new Error(`the page has no face ${String(name)}`);
    set(reading, { face, size: Number(size) });
  },
  Tm: (reading, operands) => {
    reading.text = matrixOf(operands);
  },
  Tj: (reading, operands) => showLetters(reading, operands),
  TJ: (reading, [parts]) => showLetters(reading, Array.isArray(parts) ? parts : []),
};

function set(reading: Reading, change: Partial<State>): void {
  reading.state = { ...reading.state, ...change };
}

const caps: readonly CanvasLineCap[] = ["butt", "round", "square"];
const joins: readonly CanvasLineJoin[] = ["miter", "round", "bevel"];

function setLine(reading: Reading, change: Partial<PageLine>): void {
  set(reading, { line: { ...reading.state.line, ...change } });
}

function matrixOf(operands: readonly PdfValue[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.map(Number);
  return [a, b, c, d, e, f];
}

/** What `inner` gives, transformed by `outer`. */
export function multiplied([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function colorOf(operands: readonly PdfValue[]): string {
  const parts = operands.map((part) => Math.round(Number(part) * 255));
  const [red, green = red, blue = red] = parts;
  if ((parts.length !== 1 && parts.length !== 3) || parts.some(Number.isNaN)) throw new Error("a colour is of another kind");
  return `rgb(${red},${green},${blue})`;
}

type Six = [number, number, number, number, number, number];

function addPoints(open: OpenPath, operands: readonly (PdfValue | undefined)[], add: (path: Path2D, points: Six) => void): void {
  const points = operands.map(Number);
  add(open.path, points as Six);
  for (let index = 0; index < points.length; index += 2) open.points.push([points[index] ?? 0, points[index + 1] ?? 0]);
}

function paint(reading: Reading, rule: CanvasFillRule | null): void {
  const { matrix, fill, stroke, line } = reading.state;
  const { path, points } = reading.path;
  const margin = rule === null ? line.width * Math.hypot(matrix[1], matrix[3]) : 0;
  for (const [x, y] of points) {
    const at = matrix[1] * x + matrix[3] * y + matrix[5];
    reading.ys.push(at - margin, at + margin);
  }
  if (rule === null) reading.marks.push({ kind: "stroke", matrix, color: stroke, path, line });
  else reading.marks.push({ kind: "fill", matrix, color: fill, path, rule });
  endPath(reading);
}

function endPath(reading: Reading): void {
  reading.path = { path: new Path2D(), points: [] };
}

/** How far a letter may reach above and below its line, in ems. */
const [reachUp, reachDown] = [1.2, 0.5];

function showLetters(reading: Reading, parts: readonly PdfValue[]): void {
  const { state, text, marks, letters, ys } = reading;
  const { face, size, fill } = state;
  if (face === null) throw new Error("letters without a face");
  const glyphs: { id: number; x: number }[] = [];
  let x = 0;
  let str = "";
  for (const part of parts) {
    if (typeof part === "number") x -= part / 1_000;
    else if (typeof part === "object" && "bytes" in part) {
      for (let at = 0; at + 1 < part.bytes.length; at += 2) {
        const id = part.bytes.charCodeAt(at) * 256 + part.bytes.charCodeAt(at + 1);
        glyphs.push({ id, x });
        x += face.width(id);
        str += face.text(id);
      }
    }
  }
  const matrix = multiplied(multiplied(state.matrix, text), [size, 0, 0, size, 0, 0]);
  marks.push({ kind: "glyphs", matrix, color: fill, face, glyphs });
  const height = Math.hypot(matrix[2], matrix[3]);
  letters.push({ str, baseline: matrix[5], size: height });
  ys.push(matrix[5] + reachUp * height, matrix[5] - reachDown * height);
  reading.text = multiplied(text, [1, 0, 0, 1, x * size, 0]);
}
