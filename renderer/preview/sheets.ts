import type { DrawnRows, PageLook } from "./page-messages.ts";

/** The sheets in sight, by page: what is drawn goes straight onto them, past everything that would be laid out anew. */
export type Sheets = {
  /** Shows a page on a canvas until the returned function is called; `wanted` is told how it is to be drawn, at once and when its width changes. */
  add(page: number, canvas: HTMLCanvasElement, wanted: (look: PageLook) => void): () => void;
  /** How each of them is to be drawn, `first` before the others. */
  looks(first: number | null): PageLook[];
  /** Takes over the picture. */
  put(drawn: DrawnRows): void;
};

/** `whole`: it shows a page as wide as it is now, which rows can be laid onto. */
type Sheet = { canvas: HTMLCanvasElement; width: number; whole: boolean };

export function createSheets(): Sheets {
  const sheets = new Map<number, Sheet>();
  return {
    add(page, canvas, wanted) {
      const sheet = { canvas, width: 0, whole: false };
      sheets.set(page, sheet);
      // Told of the width, it need not be asked for: asking would have the window laid out in the middle of a key.
      const observer = new ResizeObserver(([entry]) => {
        const width = Math.round((entry?.contentRect.width ?? 0) * devicePixelRatio);
        if (width === 0 || width === sheet.width) return;
        Object.assign(sheet, { width, whole: false });
        wanted({ page, width });
      });
      observer.observe(canvas);
      return () => {
        observer.disconnect();
        if (sheets.get(page) === sheet) sheets.delete(page);
      };
    },
    looks: (first) =>
      [...sheets]
        .filter(([, { width }]) => width > 0)
        .map(([page, { width }]) => ({ page, width }))
        .sort((a, b) => Number(b.page === first) - Number(a.page === first) || a.page - b.page),
    put(drawn) {
      const sheet = sheets.get(drawn.look.page);
      if (sheet?.width === drawn.look.width) lay(sheet, drawn);
      drawn.picture.close();
    },
  };
}

function lay(sheet: Sheet, { height, top, picture }: DrawnRows): void {
  const { canvas, width } = sheet;
  sheet.whole ||= top === 0 && picture.height === height;
  // Rows without the page they belong to: all of it is on its way.
  if (!sheet.whole) return;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.getContext("2d", { alpha: false })?.drawImage(picture, 0, top);
  canvas.dataset["drawn"] = "";
}
