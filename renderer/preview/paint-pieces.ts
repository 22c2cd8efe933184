import { type Mark, type Matrix, multiplied, type Piece } from "./page-pieces.ts";

/** Rows of a picture, from its top: `from` and those after it until `to`. */
export type Rows = { from: number; to: number };

/** A page `height` high in its own measure, `scale` pixels to each. */
export type PageScale = { height: number; scale: number };

/** The rows that a piece reaches into, with one to spare on each side for what is smoothed. */
export function rowsOf({ extent }: Piece, { height, scale }: PageScale): Rows | null {
  if (extent === null) return null;
  return { from: Math.floor((height - extent.top) * scale) - 1, to: Math.ceil((height - extent.bottom) * scale) + 1 };
}

/** Paints `rows` of a page on its surface, on white. The other rows keep what they show. */
export function paintRows(surface: OffscreenCanvas, pieces: readonly Piece[], page: PageScale, rows: Rows): void {
  const context = surface.getContext("2d", { alpha: false });
  if (context === null) throw new Error("no surface to paint on");
  context.save();
  context.beginPath();
  context.rect(0, rows.from, surface.width, rows.to - rows.from);
  context.clip();
  context.fillStyle = "#fff";
  context.fillRect(0, rows.from, surface.width, rows.to - rows.from);
  const base: Matrix = [page.scale, 0, 0, -page.scale, 0, page.height * page.scale];
  for (const piece of pieces) {
    const own = rowsOf(piece, page);
    if (own === null || own.to <= rows.from || own.from >= rows.to) continue;
    for (const mark of piece.marks) paintMark(context, mark, base);
  }
  context.restore();
}

function paintMark(context: OffscreenCanvasRenderingContext2D, mark: Mark, base: Matrix): void {
  const [a, b, c, d, e, f] = multiplied(base, mark.matrix);
  if (mark.kind === "glyphs") {
    context.fillStyle = mark.color;
    for (const { id, x } of mark.glyphs) {
      const outline = mark.face.outline(id);
      if (outline === null) continue;
      context.setTransform(a, b, c, d, a * x + e, b * x + f);
      context.fill(outline);
    }
    return;
  }
  context.setTransform(a, b, c, d, e, f);
  if (mark.kind === "fill") {
    context.fillStyle = mark.color;
    context.fill(mark.path, mark.rule);
  } else {
    context.strokeStyle = mark.color;
    context.lineWidth = mark.line.width;
    context.lineCap = mark.line.cap;
    context.lineJoin = mark.line.join;
    context.miterLimit = mark.line.miter;
    context.setLineDash([...mark.line.dashes]);
    context.lineDashOffset = mark.line.phase;
    context.stroke(mark.path);
  }
}
