import type { PageLook } from "./page-messages.ts";

/** The sheets in sight, by page: what is drawn goes straight onto them, past everything that would be laid out anew. */
export type Sheets = {
  /** Shows a page on a canvas until the returned function is called; `wanted` is told how it is to be drawn, at once and when its width changes. */
  add(page: number, canvas: HTMLCanvasElement, wanted: (look: PageLook) => void): () => void;
  /** How each of them is to be drawn, `first` before the others. */
  looks(first: number | null): PageLook[];
  put(look: PageLook, picture: ImageBitmap): void;
};

export function createSheets(): Sheets {
  const sheets = new Map<number, { canvas: HTMLCanvasElement; width: number }>();
  return {
    add(page, canvas, wanted) {
      const sheet = { canvas, width: 0 };
      sheets.set(page, sheet);
      // Told of the width, it need not be asked for: asking would have the window laid out in the middle of a key.
      const observer = new ResizeObserver(([entry]) => {
        const width = Math.round((entry?.contentRect.width ?? 0) * devicePixelRatio);
        if (width === 0 || width === sheet.width) return;
        sheet.width = width;
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
    put({ page, width }, picture) {
      const sheet = sheets.get(page);
      if (sheet?.width !== width) return picture.close();
      const { canvas } = sheet;
      if (canvas.width !== picture.width) canvas.width = picture.width;
      if (canvas.height !== picture.height) canvas.height = picture.height;
      canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(picture);
      canvas.dataset["drawn"] = "";
    },
  };
}
