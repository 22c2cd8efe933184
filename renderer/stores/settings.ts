import { create } from "zustand";
import { defaultSettings, type Settings } from "../../shared/domain/settings.ts";
import type { AppError } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";

type SettingsState = {
  settings: Settings;
  /** Initials, names and units that may be proposed where a name is written. */
  people: readonly string[];
  error: AppError | null;
  load(): Promise<void>;
  /** Shown at once. Of several on their way only the last answer is taken over: an earlier one knows nothing of it. */
  save(changes: Partial<Settings>): Promise<void>;
};

let asked = 0;

export const useSettings = create<SettingsState>()((set, get) => ({
  settings: defaultSettings,
  people: [],
  error: null,
  load: async () => {
    try {
      const [settings, people] = await Promise.all([call("settings:get", {}), call("people:list", {})]);
      set({ settings, people: people.filter((person) => person.kind === "person").map((person) => person.name || person.initials) });
    } catch (thrown) {
      set({ error: shownError(thrown) });
    }
  },
  save: async (changes) => {
    asked += 1;
    const turn = asked;
    const before = get().settings;
    set({ settings: { ...before, ...changes }, error: null });
    try {
      const settings = await call("settings:save", changes);
      if (turn === asked) set({ settings });
    } catch (thrown) {
      set({ error: shownError(thrown), ...(turn === asked && { settings: before }) });
    }
  },
}));
