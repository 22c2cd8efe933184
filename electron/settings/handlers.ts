import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { getSettings, putSettings } from "./repository.ts";

export function createSettingsHandlers({ store }: AppContext): Pick<Handlers, "settings:get" | "settings:save"> {
  return {
    "settings:get": () => store.read(getSettings),
    "settings:save": (changed) => store.write((db) => putSettings(db, changed)),
  };
}
