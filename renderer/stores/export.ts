import { create } from "zustand";
import type { AppError } from "../../shared/errors.ts";
import type { ExportResult } from "../../shared/ipc/contract.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";

type ExportState = {
  busy: boolean;
  error: AppError | null;
  /** Danish sentences about the last referat that was set, e.g. characters no font has. */
  warnings: readonly string[];
  /** Null when cancelled or refused; the reason is then in `error`. */
  exportReferat(meetingId: string): Promise<ExportResult | null>;
  dismiss(): void;
};

export const useExport = create<ExportState>()((set) => ({
  busy: false,
  error: null,
  warnings: [],
  exportReferat: async (meetingId) => {
    set({ busy: true, error: null, warnings: [] });
    try {
      const result = await call("referat:export", { meetingId });
      set({ warnings: result?.warnings ?? [] });
      return result;
    } catch (thrown) {
      set({ error: shownError(thrown) });
      return null;
    } finally {
      set({ busy: false });
    }
  },
  dismiss: () => set({ error: null, warnings: [] }),
}));
