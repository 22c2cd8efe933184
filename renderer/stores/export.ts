import { create } from "zustand";
import { troubledBilag } from "../../shared/domain/attachment-trouble.ts";
import type { ExportKind } from "../../shared/domain/edition.ts";
import type { ItemView, MeetingView } from "../../shared/domain/meeting.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ExportResult, Input, PreviousReferat } from "../../shared/ipc/contract.ts";
import type { ExportProgress } from "../../shared/ipc/events.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";
import { useOpenMeeting } from "./open-meeting.ts";

type ExportState = {
  busy: boolean;
  error: AppError | null;
  /** Danish sentences about the referat that is to be set: its bad bilag; and, once it is, all there is to say, e.g. characters no font has. */
  warnings: readonly string[];
  /** How far the export is; null while there is none, and until its place is chosen. */
  progress: ExportProgress | null;
  /** The export was stopped, or is about to. */
  stopped: boolean;
  heard(progress: ExportProgress): void;
  stop(): void;
  /** The referat of this meeting is soon asked for. */
  rehearse(meetingId: string): void;
  /** Null when cancelled, stopped or refused; the reason is then in `error`. */
  exportReferat(meetingId: string, kind?: ExportKind): Promise<ExportResult | null>;
  /** Puts a punkt or the whole referat on the clipboard. False when it was refused; the reason is then in `error`. */
  copy(what: Input<"referat:copy">): Promise<boolean>;
  /** The referat of the meeting before as a bilag of this one; null when it was refused. */
  addPrevious(meetingId: string): Promise<PreviousReferat | null>;
  dismiss(): void;
};

export const useExport = create<ExportState>()((set, get) => ({
  busy: false,
  error: null,
  warnings: [],
  progress: null,
  stopped: false,
  heard: (progress) => {
    if (get().busy) set({ progress });
  },
  stop: () => {
    set({ stopped: true });
    void call("referat:stop", {}).catch((thrown: unknown) => set({ error: shownError(thrown) }));
  },
  // Only the time it takes depends on it: a failure is told when the referat itself is asked for.
  rehearse: (meetingId) => void call("referat:rehearse", { meetingId }).catch(() => {}),
  exportReferat: async (meetingId, kind) => {
    // The dialog that asks for a place lies over them: there is time to stop.
    const { meeting } = useOpenMeeting.getState();
    set({ busy: true, stopped: false, error: null, warnings: meeting?.id === meetingId ? knownTroubles(meeting, kind) : [] });
    try {
      const result = await call("referat:export", { meetingId, ...kind });
      set({ warnings: result?.warnings ?? [] });
      return result;
    } catch (thrown) {
      set({ error: shownError(thrown), warnings: [] });
      return null;
    } finally {
      set({ busy: false, progress: null });
    }
  },
  copy: async (what) => {
    set({ error: null, warnings: [] });
    try {
      await call("referat:copy", what);
      return true;
    } catch (thrown) {
      set({ error: shownError(thrown) });
      return false;
    }
  },
  addPrevious: async (meetingId) => {
    set({ busy: true, error: null, warnings: [] });
    try {
      const added = await call("referat:add-previous", { meetingId });
      useOpenMeeting.getState().replaceMeeting(added.meeting);
      return added;
    } catch (thrown) {
      set({ error: shownError(thrown) });
      return null;
    } finally {
      set({ busy: false });
    }
  },
  dismiss: () => set({ error: null, warnings: [] }),
}));

/** What is known to be wrong with the bilag that would be printed. */
export function knownTroubles(meeting: MeetingView, { form, edition, format }: ExportKind = {}): string[] {
  if (form === "short" || (format ?? "pdf") !== "pdf") return [];
  const printed = (item: ItemView): boolean => edition !== "open" || !item.closed;
  return troubledBilag({ categories: meeting.categories.map((each) => ({ ...each, items: each.items.filter(printed) })) });
}
