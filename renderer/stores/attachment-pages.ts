import { create } from "zustand";
import { describeError } from "../../shared/error-text.ts";
import { AppFailure } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { attachmentTexts } from "../app/attachment-texts.ts";
import { drawPage, readPdf } from "../preview/pdf-reader.ts";

/** The pages of one attachment; `draw` counts them from 1. */
export type AttachmentPdf = { pages: number; draw(page: number, width: number): Promise<HTMLCanvasElement>; close(): void };

type PagesState = {
  /** The attachment that is looked through; null when none is. */
  attachmentId: string | null;
  pdf: AttachmentPdf | null;
  page: number;
  /** Why there are no pages to show. */
  failure: string | null;
  show(attachmentId: string): Promise<void>;
  /** Goes to a page; past the first or last it stays there. */
  goTo(page: number): void;
  fail(): void;
  close(): void;
};

let asked = 0;

/** One attachment, looked through page by page. */
export const useAttachmentPages = create<PagesState>()((set, get) => ({
  attachmentId: null,
  pdf: null,
  page: 1,
  failure: null,
  show: async (attachmentId) => {
    get().close();
    const turn = asked;
    set({ attachmentId });
    try {
      const pdf = await open(attachmentId);
      if (turn !== asked) pdf.close();
      else set({ pdf });
    } catch (thrown) {
      if (turn === asked) set({ failure: reasonOf(thrown) });
    }
  },
  goTo: (page) => {
    const { pdf } = get();
    if (pdf !== null) set({ page: Math.min(pdf.pages, Math.max(1, page)) });
  },
  fail: () => set({ failure: attachmentTexts.pages.notDrawn }),
  close: () => {
    asked += 1;
    get().pdf?.close();
    set({ attachmentId: null, pdf: null, page: 1, failure: null });
  },
}));

/** A reason that is told in main's words. */
class NoPages extends Error {}

async function open(attachmentId: string): Promise<AttachmentPdf> {
  const reply = await call("attachments:read", { attachmentId });
  if (reply.kind === "trouble") throw new NoPages(reply.reason);
  const pdf = await readPdf(reply.pdf);
  const before = reply.first - 1;
  return {
    pages: pdf.numPages - before,
    draw: (page, width) => drawPage(pdf, before + page, width),
    close: () => void pdf.loadingTask.destroy(),
  };
}

function reasonOf(thrown: unknown): string {
  if (thrown instanceof NoPages) return thrown.message;
  return thrown instanceof AppFailure ? describeError(thrown.appError) : attachmentTexts.pages.notDrawn;
}
