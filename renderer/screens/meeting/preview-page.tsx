import { type MouseEvent, memo, type RefObject, useEffect, useRef, useState } from "react";
import { previewTexts } from "../../app/preview-texts.ts";
import { usePreview } from "../../stores/preview.ts";

/** `isCurrent`: Tab comes here; the arrows lead on to the others. */
type PreviewPageProps = { page: number; pages: number; isCurrent: boolean; onPoint(page: number, top: number): void };

/**
 * One page, drawn while it is in sight; what it showed before stays until its newer look is ready. Out of sight it is a sheet without a
 * canvas: each of those is laid into every frame of the window, also into those of the keys.
 */
export const PreviewPage = memo(function PreviewPage({ page, pages, isCurrent, onPoint }: PreviewPageProps) {
  const sheet = useRef<HTMLButtonElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const inSight = useInSight(sheet);
  useEffect(() => (inSight && canvas.current !== null ? usePreview.getState().show(page, canvas.current) : undefined), [page, inSight]);
  const pointed = (event: MouseEvent<HTMLButtonElement>): void => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    // A key has no place on the page: it means its beginning.
    onPoint(page, event.detail === 0 ? 0 : (event.clientY - top) / height);
  };
  return (
    <button
      ref={sheet}
      type="button"
      className="preview-page"
      data-page={page}
      tabIndex={isCurrent ? 0 : -1}
      onClick={pointed}
      aria-label={previewTexts.pageOf(page, pages)}
    >
      {inSight && <canvas ref={canvas} />}
      <PreviewMark page={page} />
    </button>
  );
});

/** The line being written, in the margin of its page. */
function PreviewMark({ page }: { page: number }) {
  const mark = usePreview((state) => (state.mark?.page === page ? state.mark : null));
  if (mark === null) return null;
  return (
    <span className="preview-mark" aria-hidden="true" style={{ top: `${mark.top * 100}%`, height: `${(mark.bottom - mark.top) * 100}%` }} />
  );
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
