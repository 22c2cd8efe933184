import type { PageLook } from "./page-messages.ts";

/** Who draws, on the surface of the canvas that was last given for a page. */
export type Painter = { give(page: number, canvas: HTMLCanvasElement): void; gone(page: number): void; draw(look: PageLook): void };

/** The sheets in sight, by page: what is drawn goes straight onto them, past this thread. */
export type Sheets = {
  /** Has a page drawn on a canvas until the returned function is called: at once and when its width changes. */
  add(page: number, canvas: HTMLCanvasElement): () => void;
  /** How each of them is to be drawn, `first` before the others. */
  looks(first: number | null): PageLook[];
  /** The page's canvas shows another look of it. */
  drawn(page: number): void;
};

type Sheet = { canvas: HTMLCanvasElement; width: number };

export function createSheets(painter: Painter): Sheets {
  const sheets = new Map<number, Sheet>();
  const given = new WeakSet<HTMLCanvasElement>();
  return {
    add(page, canvas) {
      const sheet = { canvas, width: 0 };
      sheets.set(page, sheet);
      if (!given.has(canvas)) painter.give(page, canvas);
      given.add(canvas);
      // Told of the width, it need not be asked for: asking would have the window laid out in the middle of a key.
      const observer = new ResizeObserver(([entry]) => {
        const width = Math.round((entry?.contentRect.width ?? 0) * devicePixelRatio);
        if (width === 0 || width === sheet.width) return;
        sheet.width = width;
        painter.draw({ page, width });
      });
      observer.observe(canvas);
      return () => {
        observer.disconnect();
        if (sheets.get(page) !== sheet) return;
        sheets.delete(page);
        // One that is only shown anew has given its surface, and cannot again.
        if (!canvas.isConnected) painter.gone(page);
      };
    },
    looks: (first) =>
      [...sheets]
        .filter(([, { width }]) => width > 0)
        .map(([page, { width }]) => ({ page, width }))
        .sort((a, b) => Number(b.page === first) - Number(a.page === first) || a.page - b.page),
    drawn(page) {
      const sheet = sheets.get(page);
      if (sheet !== undefined) sheet.canvas.dataset["drawn"] = "";
    },
  };
}
