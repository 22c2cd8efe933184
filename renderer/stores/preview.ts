import { create } from "zustand";
import type { ReferatForm } from "../../shared/domain/edition.ts";
import { itemsOf } from "../../shared/domain/meeting.ts";
import { describeError } from "../../shared/error-text.ts";
import { AppFailure } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { previewTexts } from "../app/preview-texts.ts";
import type { CaretWords, FromReader, Mark, Place } from "../preview/page-messages.ts";
import { createPageReader } from "../preview/page-reader.ts";
import { createSheets } from "../preview/sheets.ts";
import { useOpenMeeting } from "./open-meeting.ts";

/** How many pages the referat has, and where its punkter begin. */
type ReferatOutline = { pages: number; places: readonly Place[] };

type PreviewState = {
  form: ReferatForm;
  /** Of what is shown, until newer pages take its place; null before the first. */
  outline: ReferatOutline | null;
  /** The line that the caret is in; null when it is on none. */
  mark: Mark | null;
  /** Which reader draws: another needs other canvases. */
  reader: number;
  /** Why newer pages could not be shown. */
  failure: string | null;
  chooseForm(form: ReferatForm): void;
  /** Sets the meeting as it is written now, saved or not, and has it drawn with `page` first. */
  refresh(meetingId: string, page: number | null): Promise<void>;
  /** Draws a page on the canvas, and each newer look of it, until the returned function is called. */
  show(page: number, canvas: HTMLCanvasElement): () => void;
  /** The caret is at another place. */
  follow(): void;
  /** Nothing is shown any more. */
  clear(): void;
};

/** The finished pages of the open meeting. */
export const usePreview = create<PreviewState>()((set, get) => {
  let revision: number | null = null;
  let asked = 0;
  /** What was asked for last, and whether the reader that has it drew anything yet. */
  let last: Parameters<PreviewState["refresh"]> | null = null;
  let drew = false;
  const hear = (message: FromReader): void => {
    if (message.kind === "drawn") takeDrawn(message.page);
    else if (message.kind === "failed") fail();
    else if (message.kind === "ended") renew();
    else if (message.kind === "marked") takeMark(message.mark);
    else if (revision !== null) takeOutline({ pages: message.pages, places: message.places });
  };
  const takeDrawn = (page: number): void => {
    drew = true;
    sheets.drawn(page);
  };
  const takeOutline = (outline: ReferatOutline): void => {
    const same = JSON.stringify(outline) === JSON.stringify(get().outline);
    if (!same || get().failure !== null) set({ outline: same ? get().outline : outline, failure: null });
  };
  /** What could not be drawn is asked for anew, even where the text is the same again. */
  const fail = (): void => {
    revision = null;
    set({ failure: previewTexts.drawFailed });
  };
  const takeMark = (mark: Mark | null): void => {
    if (JSON.stringify(mark) !== JSON.stringify(get().mark)) set({ mark });
  };
  /** A canvas shows what one reader draws, and nothing of the next one's. One that ends before it drew would only end again. */
  const renew = (): void => {
    fail();
    set({ reader: get().reader + 1 });
    if (drew && last !== null) void get().refresh(...last);
    drew = false;
  };
  const reader = createPageReader(hear);
  const sheets = createSheets(reader);
  return {
    form: "collected",
    outline: null,
    mark: null,
    reader: 0,
    failure: null,
    chooseForm: (form) => set({ form }),
    refresh: async (meetingId, page) => {
      asked += 1;
      const turn = asked;
      last = [meetingId, page];
      try {
        const changes = useOpenMeeting.getState().written();
        const reply = await call("referat:preview", { meetingId, form: get().form, changes, shown: revision });
        if (reply === null || turn !== asked) return;
        revision = reply.revision;
        reader.open(reply, sheets.looks(page), caretWords());
      } catch (thrown) {
        if (turn === asked) set({ failure: reasonOf(thrown) });
      }
    },
    show: sheets.add,
    follow: () => reader.mark(caretWords()),
    clear: () => {
      asked += 1;
      revision = null;
      last = null;
      reader.close();
      set({ outline: null, mark: null, failure: null });
    },
  };
});

function caretWords(): CaretWords | null {
  const { meeting, editor } = useOpenMeeting.getState();
  const at = editor()?.wordsAtCaret() ?? null;
  const item = itemsOf(meeting ?? { categories: [] }).find(({ id }) => id === at?.itemId);
  return at === null || item === undefined ? null : { number: item.number, words: at.words, times: at.times };
}

/** What main refused is said in its own words; a page that could not be read or drawn in ours. */
function reasonOf(thrown: unknown): string {
  return thrown instanceof AppFailure ? describeError(thrown.appError) : previewTexts.drawFailed;
}
