import { create } from "zustand";
import type { ReferatForm } from "../../shared/domain/edition.ts";
import { describeError } from "../../shared/error-text.ts";
import { AppFailure } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { previewTexts } from "../app/preview-texts.ts";
import { openPreviewPdf, type PreviewPdf } from "../preview/preview-pdf.ts";
import { useOpenMeeting } from "./open-meeting.ts";

type PreviewState = {
  form: ReferatForm;
  /** What is shown, until newer pages are ready to take its place. */
  pdf: PreviewPdf | null;
  /** Why newer pages could not be shown. */
  failure: string | null;
  chooseForm(form: ReferatForm): void;
  /** Sets the meeting as it is written now, saved or not, and shows it; of several at once the newest. */
  refresh(meetingId: string): Promise<void>;
  /** Nothing is shown any more. */
  clear(): void;
};

let asked = 0;

/** The finished pages of the open meeting. */
export const usePreview = create<PreviewState>()((set, get) => {
  const show = (pdf: PreviewPdf | null): void => {
    get().pdf?.close();
    set({ pdf, failure: null });
  };
  return {
    form: "collected",
    pdf: null,
    failure: null,
    chooseForm: (form) => set({ form }),
    refresh: async (meetingId) => {
      asked += 1;
      const turn = asked;
      try {
        const changes = useOpenMeeting.getState().unsaved();
        const reply = await call("referat:preview", { meetingId, form: get().form, changes });
        if (reply === null || turn !== asked) return;
        const pdf = await openPreviewPdf(reply.pdf);
        if (turn === asked) show(pdf);
        else pdf.close();
      } catch (thrown) {
        if (turn === asked) set({ failure: reasonOf(thrown) });
      }
    },
    clear: () => {
      asked += 1;
      show(null);
    },
  };
});

/** What main refused is said in its own words; a page that could not be read or drawn in ours. */
function reasonOf(thrown: unknown): string {
  return thrown instanceof AppFailure ? describeError(thrown.appError) : previewTexts.drawFailed;
}
