import { create } from "zustand";
import type { FolderState, PublishResult } from "../../shared/domain/sync-state.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ExportProgress } from "../../shared/ipc/events.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";

type FolderStoreState = {
  folder: FolderState;
  /** The request that is under way, for the button that started it. */
  busy: "choose" | "forget" | "retry" | "publish" | null;
  error: AppError | null;
  /** How far the referat is that is to be laid; null while there is none, and once it is on its way into the folder. */
  progress: ExportProgress | null;
  /** The laying was stopped, or is about to. */
  stopped: boolean;
  load(): Promise<void>;
  heard(folder: FolderState): void;
  heardProgress(progress: ExportProgress): void;
  stop(): void;
  choose(): Promise<void>;
  forget(): Promise<void>;
  retry(): Promise<void>;
  /** Null when it was refused or stopped. The reason for that, or for having to wait, is then in `error`. */
  publish(meetingId: string): Promise<PublishResult | null>;
  dismissError(): void;
};

export const useFolder = create<FolderStoreState>()((set, get) => {
  const attempt = async <T>(busy: FolderStoreState["busy"], work: () => Promise<T>): Promise<T | null> => {
    set({ busy, error: null });
    try {
      return await work();
    } catch (thrown) {
      set({ error: shownError(thrown) });
      return null;
    } finally {
      set({ busy: null });
    }
  };
  const replaceBy = async (busy: FolderStoreState["busy"], work: () => Promise<FolderState | null>): Promise<void> => {
    const folder = await attempt(busy, work);
    if (folder !== null) set({ folder });
  };
  return {
    folder: { kind: "none" },
    busy: null,
    error: null,
    progress: null,
    stopped: false,
    load: () => replaceBy(null, () => call("folder:state", {})),
    heard: (folder) => set({ folder, ...(folder.kind === "publishing" && { progress: null }) }),
    heardProgress: (progress) => {
      if (get().busy === "publish") set({ progress });
    },
    stop: () => {
      set({ stopped: true });
      void call("referat:stop-publishing", {}).catch((thrown: unknown) => set({ error: shownError(thrown) }));
    },
    choose: () => replaceBy("choose", () => call("folder:choose", {})),
    forget: () => replaceBy("forget", () => call("folder:forget", {})),
    retry: () => replaceBy("retry", () => call("folder:retry", {})),
    publish: async (meetingId) => {
      set({ progress: null, stopped: false });
      const result = await attempt("publish", () => call("referat:publish", { meetingId }));
      set({ progress: null });
      if (result?.state === "pending") set({ error: result.error });
      return result;
    },
    dismissError: () => set({ error: null }),
  };
});
