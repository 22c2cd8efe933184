import { create } from "zustand";
import type { ReferatForm } from "../../shared/domain/edition.ts";
import { describeError } from "../../shared/error-text.ts";
import { AppFailure } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { previewTexts } from "../app/preview-texts.ts";
import type { FromReader, Place } from "../preview/page-messages.ts";
import { createPageReader } from "../preview/page-reader.ts";
import { createSheets } from "../preview/sheets.ts";
import { useOpenMeeting } from "./open-meeting.ts";

/** How many pages the referat has, and where its punkter begin. */
type ReferatOutline = { pages: number; places: readonly Place[] };

type PreviewState = {
  form: ReferatForm;
  /** Of what is shown, until newer pages take its place; null before the first. */
  outline: ReferatOutline | null;
  /** Why newer pages could not be shown. */
  failure: string | null;
  chooseForm(form: ReferatForm): void;
  /** Sets the meeting as it is written now, saved or not, and has it drawn with `page` first. */
  refresh(meetingId: string, page: number | null): Promise<void>;
  /** Draws a page on the canvas, and each newer look of it, until the returned function is called. */
  show(page: number, canvas: HTMLCanvasElement): () => void;
  /** Nothing is shown any more. */
  clear(): void;
};

/** The finished pages of the open meeting. */
export const usePreview = create<PreviewState>()((set, get) => {
  const sheets = createSheets();
  let revision: number | null = null;
  let asked = 0;
  const hear = (message: FromReader): void => {
    if (message.kind === "drawn") sheets.put(message.look, message.picture);
    else if (message.kind === "failed") set({ failure: previewTexts.drawFailed });
    else if (revision !== null) takeOutline({ pages: message.pages, places: message.places });
  };
  const takeOutline = (outline: ReferatOutline): void => {
    const same = JSON.stringify(outline) === JSON.stringify(get().outline);
    if (!same || get().failure !== null) set({ outline: same ? get().outline : outline, failure: null });
  };
  const reader = createPageReader(hear);
  return {
    form: "collected",
    outline: null,
    failure: null,
    chooseForm: (form) => set({ form }),
    refresh: async (meetingId, page) => {
      asked += 1;
      const turn = asked;
      try {
        const changes = useOpenMeeting.getState().written();
        const reply = await call("referat:preview", { meetingId, form: get().form, changes, shown: revision });
        if (reply === null || turn !== asked) return;
        revision = reply.revision;
        reader.open(reply.pdf, sheets.looks(page));
      } catch (thrown) {
        if (turn === asked) set({ failure: reasonOf(thrown) });
      }
    },
    show: (page, canvas) => sheets.add(page, canvas, reader.draw),
    clear: () => {
      asked += 1;
      revision = null;
      reader.close();
      set({ outline: null, failure: null });
    },
  };
});

/** What main refused is said in its own words; a page that could not be read or drawn in ours. */
function reasonOf(thrown: unknown): string {
  return thrown instanceof AppFailure ? describeError(thrown.appError) : previewTexts.drawFailed;
}
