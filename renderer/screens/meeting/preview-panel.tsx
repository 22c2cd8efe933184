import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { previewTexts } from "../../app/preview-texts.ts";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { SegmentedControl } from "../../components/segmented-control.tsx";
import { followCaret } from "../../preview/follow-caret.ts";
import { followText } from "../../preview/follow-text.ts";
import type { Place } from "../../preview/page-messages.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { usePreview } from "../../stores/preview.ts";
import { PreviewPage } from "./preview-page.tsx";
import "./preview-panel.css";

const forms = (["collected", "short"] as const).map((value) => ({ value, text: previewTexts.forms[value] }));

/** *Forhåndsvisning*: the pages as the export would give them, at the punkt being written; a click on one goes to its place in the text. */
export function PreviewPanel({ meeting }: { meeting: MeetingView }) {
  const { form, chooseForm, outline, failure, reader } = usePreview(useShallow(shownOf));
  const activeItemId = useOpenMeeting((state) => state.activeItemId);
  const [page, setPage] = useState(1);
  const pages = useRef<HTMLDivElement>(null);
  const number = itemsOf(meeting).find((item) => item.id === activeItemId)?.number ?? null;
  const place = outline?.places.find((each) => each.number === number) ?? null;
  const mark = usePreview((state) => state.mark);
  useFreshPages(meeting.id, mark?.page ?? place?.page ?? null);
  useFollowing(pages, mark ?? place);
  return (
    <section className="preview" aria-label={previewTexts.title}>
      <div className="preview-head">
        <SegmentedControl label={previewTexts.form} value={form} options={forms} onChange={chooseForm} />
        {outline !== null && (
          <span className="preview-where tabular">{previewTexts.pageOf(Math.min(page, outline.pages), outline.pages)}</span>
        )}
      </div>
      {failure !== null && <InlineAlert tone="error">{outline === null ? failure : previewTexts.kept(failure)}</InlineAlert>}
      {outline === null && failure === null && <p className="preview-note">{previewTexts.loading}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the pages in it */}
      <div className="preview-pages" ref={pages} onScroll={(event) => setPage(pageInSight(event.currentTarget))} onKeyDown={toAnotherPage}>
        {pageNumbers(outline?.pages ?? 0).map((each) => (
          <PreviewPage
            key={`${reader} ${each}`}
            page={each}
            pages={outline?.pages ?? 0}
            isCurrent={each === Math.min(page, outline?.pages ?? 0)}
            onPoint={goToText}
          />
        ))}
        {form === "collected" && itemsOf(meeting).some((item) => item.attachments.length > 0) && (
          <p className="preview-note">{previewTexts.withoutAttachments}</p>
        )}
      </div>
    </section>
  );
}

const shownOf = ({ form, chooseForm, outline, failure, reader }: ReturnType<typeof usePreview.getState>) => ({
  form,
  chooseForm,
  outline,
  failure,
  reader,
});

/** The part of a page that its margin and running head take: a click there means the first punkt of the page. */
const pageHead = 0.15;

/** Puts the caret in the punkt that stands at a height of a page. */
function goToText(page: number, top: number): void {
  const places = usePreview.getState().outline?.places ?? [];
  const place = places.findLast((each) => each.page < page || (each.page === page && each.top <= Math.max(top, pageHead)));
  const { meeting, editor } = useOpenMeeting.getState();
  const item = meeting === null ? undefined : itemsOf(meeting).find((each) => each.number === place?.number);
  if (item !== undefined) editor()?.focusItem(item.id);
}

/** From one page to another by the keys one reads with. */
function toAnotherPage(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(".preview-page")];
  const at = all.indexOf(event.target as HTMLElement);
  const next = { ArrowDown: at + 1, PageDown: at + 1, ArrowUp: at - 1, PageUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (at === -1 || next === undefined) return;
  event.preventDefault();
  all[next]?.focus();
}

function pageNumbers(pages: number): number[] {
  return Array.from({ length: pages }, (_, index) => index + 1);
}

/** The pages follow what is written, saved or not, and are let go of when the tab is left. `page` is the one being written. */
function useFreshPages(meetingId: string, page: number | null): void {
  const form = usePreview((state) => state.form);
  const writtenPage = useRef(page);
  writtenPage.current = page;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another form is a reason to set the pages anew
  useEffect(() => followText(() => usePreview.getState().refresh(meetingId, writtenPage.current)), [meetingId, form]);
  useEffect(() => followCaret(() => usePreview.getState().follow()), []);
  useEffect(() => () => usePreview.getState().clear(), []);
}

/** The page at the upper third of what is in sight. */
function pageInSight(list: HTMLElement): number {
  const line = list.scrollTop + list.clientHeight / 3;
  const above = [...list.querySelectorAll<HTMLElement>(".preview-page")].filter((each) => each.offsetTop <= line);
  return Math.max(1, above.length);
}

/** Brings what is being written into sight when it is elsewhere; where it can be seen nothing moves. */
function useFollowing(pages: RefObject<HTMLDivElement | null>, at: Pick<Place, "page" | "top"> | null): void {
  const [page, top] = [at?.page ?? null, at?.top ?? 0];
  useEffect(() => {
    const list = pages.current;
    const shown = list?.querySelector<HTMLElement>(`[data-page="${page}"]`);
    if (list === null || shown === null || shown === undefined) return;
    const height = shown.offsetTop + shown.offsetHeight * top - list.scrollTop;
    const inSight = height > list.clientHeight * 0.05 && height < list.clientHeight * 0.9;
    if (!inSight) list.scrollTop += height - list.clientHeight / 3;
  }, [pages, page, top]);
}
