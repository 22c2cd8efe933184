import { type MouseEvent, type RefObject, useEffect, useRef, useState } from "react";
import { previewTexts } from "../../app/preview-texts.ts";
import type { PreviewPdf } from "../../preview/preview-pdf.ts";

type PreviewPageProps = { pdf: PreviewPdf; page: number; onPoint(page: number, top: number): void };

/** One page, drawn while it is in sight; what it showed before stays until its newer look is ready. */
export function PreviewPage({ pdf, page, onPoint }: PreviewPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const inSight = useInSight(canvas);
  useEffect(() => {
    if (!inSight) return;
    let wanted = true;
    const frame = requestAnimationFrame(() => {
      const width = Math.round((canvas.current?.clientWidth ?? 0) * devicePixelRatio);
      if (width === 0) return;
      pdf.draw(page, width).then(
        (drawn) => wanted && canvas.current !== null && putOn(canvas.current, drawn),
        // The pages were replaced meanwhile: the next ones are drawn instead.
        () => {},
      );
    });
    return () => {
      wanted = false;
      cancelAnimationFrame(frame);
    };
  }, [pdf, page, inSight]);
  const pointed = (event: MouseEvent<HTMLButtonElement>): void => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    // A key has no place on the page: it means its beginning.
    onPoint(page, event.detail === 0 ? 0 : (event.clientY - top) / height);
  };
  return (
    <button type="button" className="preview-page" data-page={page} onClick={pointed} aria-label={previewTexts.pageOf(page, pdf.pages)}>
      <canvas ref={canvas} />
    </button>
  );
}

function putOn(canvas: HTMLCanvasElement, drawn: HTMLCanvasElement): void {
  if (canvas.width !== drawn.width) canvas.width = drawn.width;
  if (canvas.height !== drawn.height) canvas.height = drawn.height;
  canvas.getContext("2d")?.drawImage(drawn, 0, 0);
  canvas.dataset["drawn"] = "";
}

function useInSight(element: RefObject<Element | null>): boolean {
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver((entries) => setInSight(entries.at(-1)?.isIntersecting ?? false), { rootMargin: "100px" });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return inSight;
}
