import { EventEmitter } from "node:events";
import type { NativeTheme } from "electron";
import { checkEvent } from "./events.ts";
import { everyPage } from "./pages.ts";
import { guard, type Part } from "./unimplemented.ts";

type Source = NativeTheme["themeSource"];

/** The system's colours are the browser's own, light, until the app chooses. */
class StandInTheme extends EventEmitter implements Part<NativeTheme> {
  #source: Source = "system";

  override on(event: string, listener: (...args: never[]) => void): this {
    checkEvent("nativeTheme", event, ["updated"], []);
    return super.on(event, listener as () => void);
  }

  get themeSource(): Source {
    return this.#source;
  }
  set themeSource(source: Source) {
    this.#source = source;
    const value = source === "system" ? "" : source;
    for (const page of everyPage())
      page.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] }).catch(() => undefined);
    this.emit("updated");
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === "dark";
  }
  readonly shouldUseHighContrastColors = false;
  readonly prefersReducedTransparency = false;
}

export const nativeTheme: NativeTheme = guard<NativeTheme>("nativeTheme", new StandInTheme() as Part<NativeTheme>);
