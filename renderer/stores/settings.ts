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
  save(changes: Partial<Settings>): Promise<void>;
};

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
    const before = get().settings;
    set({ settings: { ...before, ...changes }, error: null });
    try {
      set({ settings: await call("settings:save", changes) });
    } catch (thrown) {
      set({ settings: before, error: shownError(thrown) });
    }
  },
}));
