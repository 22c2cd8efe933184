import { ArrowLeft, ChevronDown, ChevronUp, ExternalLink } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import type { AttachmentView } from "../../../shared/domain/meeting.ts";
import { attachmentTexts } from "../../app/attachment-texts.ts";
import { texts } from "../../app/texts.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { type AttachmentPdf, useAttachmentPages } from "../../stores/attachment-pages.ts";
import { useAttachments } from "../../stores/attachments.ts";
import { useUi } from "../../stores/ui.ts";
import "./attachment-pages.css";

const words = attachmentTexts.pages;

/** One attachment page by page: the arrows and Page Up and Page Down turn them, Esc goes back to the list. */
export function AttachmentPages({ attachment, number, onBack }: { attachment: AttachmentView; number: number; onBack(): void }) {
  const { pdf, page, failure, goTo } = useAttachmentPages();
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.focus(), []);
  usePageSaid(pdf, page);
  const open = (): void => void useAttachments.getState().open(attachment.id);
  const name = `${texts.attachments.number(number)}, ${attachment.title}`;
  const where = pdf === null ? "" : words.pageOf(page, pdf.pages);
  const turn = (event: KeyboardEvent): void => {
    const to = targetOf(event.key, page, pdf?.pages ?? 1);
    if (to === null || event.ctrlKey || event.altKey || event.metaKey) return;
    goTo(to);
    event.preventDefault();
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onBack();
  };
  return (
    <section className="pages" aria-label={name} onKeyDown={leave}>
      <div className="pages-head">
        <Button look="plain" icon={<ArrowLeft {...iconProps} />} keys="Esc" onClick={onBack}>
          {words.back}
        </Button>
        <span className="pages-where tabular">{where}</span>
        <IconButton label={words.previous} icon={<ChevronUp {...iconProps} />} aria-disabled={page <= 1} onClick={() => goTo(page - 1)} />
        <IconButton
          label={words.next}
          icon={<ChevronDown {...iconProps} />}
          aria-disabled={pdf === null || page >= pdf.pages}
          onClick={() => goTo(page + 1)}
        />
        <IconButton label={words.openElsewhere} icon={<ExternalLink {...iconProps} />} onClick={open} />
      </div>
      <h2 className="pages-title">{name}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the page takes the keys that turn it */}
      <section ref={sheet} className="pages-sheet" aria-label={where === "" ? words.loading : where} tabIndex={0} onKeyDown={turn}>
        {failure !== null && <InlineAlert tone="error">{failure}</InlineAlert>}
        {failure === null && (pdf === null ? <p className="pages-wait">{words.loading}</p> : <Sheet pdf={pdf} page={page} />)}
      </section>
    </section>
  );
}

/** The page that a key asks for, or null when it asks for none. */
function targetOf(key: string, page: number, pages: number): number | null {
  if (key === "Home") return 1;
  if (key === "End") return pages;
  if (key === "ArrowDown" || key === "ArrowRight" || key === "PageDown" || key === " ") return page + 1;
  return key === "ArrowUp" || key === "ArrowLeft" || key === "PageUp" ? page - 1 : null;
}

function usePageSaid(pdf: AttachmentPdf | null, page: number): void {
  useEffect(() => {
    if (pdf !== null) useUi.getState().say(words.pageOf(page, pdf.pages));
  }, [pdf, page]);
}

/** One page as wide as there is room; the one before stays until it is drawn. */
function Sheet({ pdf, page }: { pdf: AttachmentPdf; page: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useDrawn(canvas, pdf, page);
  return <canvas ref={canvas} className="pages-page" />;
}

function useDrawn(canvas: RefObject<HTMLCanvasElement | null>, pdf: AttachmentPdf, page: number): void {
  useEffect(() => {
    let wanted = true;
    const width = Math.round((canvas.current?.parentElement?.clientWidth ?? 0) * devicePixelRatio);
    pdf.draw(page, Math.max(1, width)).then(
      (drawn) => {
        if (!wanted || canvas.current === null) return;
        canvas.current.width = drawn.width;
        canvas.current.height = drawn.height;
        canvas.current.getContext("2d")?.drawImage(drawn, 0, 0);
        canvas.current.dataset["page"] = String(page);
      },
      () => wanted && useAttachmentPages.getState().fail(),
    );
    return () => {
      wanted = false;
    };
  }, [canvas, pdf, page]);
}
