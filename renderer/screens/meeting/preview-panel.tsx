import { useEffect, useRef, useState } from "react";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { previewTexts } from "../../app/preview-texts.ts";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { SegmentedControl } from "../../components/segmented-control.tsx";
import { followText } from "../../preview/follow-text.ts";
import type { PreviewPdf } from "../../preview/preview-pdf.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { usePreview } from "../../stores/preview.ts";
import { PreviewPage } from "./preview-page.tsx";
import "./preview-panel.css";

const forms = (["collected", "short"] as const).map((value) => ({ value, text: previewTexts.forms[value] }));

/** *Forhåndsvisning*: the pages as the export would give them, at the punkt being written; a click on one goes to its place in the text. */
export function PreviewPanel({ meeting }: { meeting: MeetingView }) {
  const { form, chooseForm, pdf, failure } = usePreview();
  const activeItemId = useOpenMeeting((state) => state.activeItemId);
  const [page, setPage] = useState(1);
  const pages = useRef<HTMLDivElement>(null);
  useFreshPages(meeting);
  const number = itemsOf(meeting).find((item) => item.id === activeItemId)?.number ?? null;
  useFollowing(pages.current, pdf, number);
  const goTo = (at: number, top: number): void => {
    const place = pdf?.places.findLast((each) => each.page < at || (each.page === at && each.top <= Math.max(top, pageHead)));
    const item = itemsOf(meeting).find((each) => each.number === place?.number);
    if (item !== undefined) useOpenMeeting.getState().editor()?.focusItem(item.id);
  };
  return (
    <section className="preview" aria-label={previewTexts.title}>
      <div className="preview-head">
        <SegmentedControl label={previewTexts.form} value={form} options={forms} onChange={chooseForm} />
        {pdf !== null && <span className="preview-where tabular">{previewTexts.pageOf(Math.min(page, pdf.pages), pdf.pages)}</span>}
      </div>
      {failure !== null && <InlineAlert tone="error">{pdf === null ? failure : previewTexts.kept(failure)}</InlineAlert>}
      {pdf === null && failure === null && <p className="preview-note">{previewTexts.loading}</p>}
      <div className="preview-pages" ref={pages} onScroll={(event) => setPage(pageInSight(event.currentTarget))}>
        {pdf !== null && pageNumbers(pdf).map((each) => <PreviewPage key={each} pdf={pdf} page={each} onPoint={goTo} />)}
        {form === "collected" && itemsOf(meeting).some((item) => item.attachments.length > 0) && (
          <p className="preview-note">{previewTexts.withoutAttachments}</p>
        )}
      </div>
    </section>
  );
}

/** The part of a page that its margin and running head take: a click there means the first punkt of the page. */
const pageHead = 0.15;

function pageNumbers(pdf: PreviewPdf): number[] {
  return Array.from({ length: pdf.pages }, (_, index) => index + 1);
}

/** The pages follow what is written, saved or not, and are let go of when the tab is left. */
function useFreshPages({ id }: MeetingView): void {
  const form = usePreview((state) => state.form);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another form is a reason to set the pages anew
  useEffect(() => followText(() => void usePreview.getState().refresh(id)), [id, form]);
  useEffect(() => () => usePreview.getState().clear(), []);
}

/** The page at the upper third of what is in sight. */
function pageInSight(list: HTMLElement): number {
  const line = list.scrollTop + list.clientHeight / 3;
  const above = [...list.querySelectorAll<HTMLElement>(".preview-page")].filter((each) => each.offsetTop <= line);
  return Math.max(1, above.length);
}

/** Brings the punkt being written into sight when it is another, or has moved to another place. */
function useFollowing(list: HTMLElement | null, pdf: PreviewPdf | null, number: number | null): void {
  const place = pdf?.places.find((each) => each.number === number);
  const [page, top] = [place?.page ?? null, place?.top ?? 0];
  useEffect(() => {
    const shown = list?.querySelector<HTMLElement>(`[data-page="${page}"]`);
    if (list === null || shown === null || shown === undefined) return;
    list.scrollTop = shown.offsetTop + shown.offsetHeight * top - list.clientHeight / 6;
  }, [list, page, top]);
}
