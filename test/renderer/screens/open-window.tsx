import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach } from "vitest";
import { page } from "vitest/browser";
import "../../../renderer/app/tokens.css";
import "../../../renderer/app/base.css";
import type { StoreApi } from "zustand";
import { App } from "../../../renderer/app/app.tsx";
import { useAdding } from "../../../renderer/stores/adding.ts";
import { useAgenda } from "../../../renderer/stores/agenda.ts";
import { useAttachmentPages } from "../../../renderer/stores/attachment-pages.ts";
import { useAttachments } from "../../../renderer/stores/attachments.ts";
import { useClosing } from "../../../renderer/stores/closing.ts";
import { useDecisions, useEarlier } from "../../../renderer/stores/decisions.ts";
import { useDeletedElsewhere } from "../../../renderer/stores/deleted-elsewhere.ts";
import { useExport } from "../../../renderer/stores/export.ts";
import { useFolder } from "../../../renderer/stores/folder.ts";
import { useFollowUpList } from "../../../renderer/stores/follow-up-list.ts";
import { useMeetingList } from "../../../renderer/stores/meeting-list.ts";
import { useNewMeeting } from "../../../renderer/stores/new-meeting.ts";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";
import { useRegisters } from "../../../renderer/stores/registers.ts";
import { useSettings } from "../../../renderer/stores/settings.ts";
import { useUi } from "../../../renderer/stores/ui.ts";
import { useVersions } from "../../../renderer/stores/versions.ts";
import { type FakeBridgeOptions, FakeMain } from "../../support/fake-bridge.ts";

function resetOf<T>(store: StoreApi<T>): () => void {
  return () => store.setState(store.getInitialState(), true);
}

const resets = [
  resetOf(useAdding),
  resetOf(useAgenda),
  resetOf(useAttachmentPages),
  resetOf(useAttachments),
  resetOf(useClosing),
  resetOf(useDecisions),
  resetOf(useEarlier),
  resetOf(useDeletedElsewhere),
  resetOf(useExport),
  resetOf(useFolder),
  resetOf(useFollowUpList),
  resetOf(useMeetingList),
  resetOf(useNewMeeting),
  resetOf(useRegisters),
  resetOf(useSettings),
  resetOf(useUi),
  resetOf(useVersions),
];

let leave: (() => Promise<void>) | null = null;

afterEach(async () => {
  await leave?.();
  leave = null;
  delete document.documentElement.dataset["theme"];
  await page.viewport(1440, 900);
});

/** The whole window, as it starts, on a main process in memory. */
export function openWindow(options: FakeBridgeOptions = {}): FakeMain {
  const main = new FakeMain(options).install();
  const host = document.createElement("div");
  host.id = "root";
  document.body.append(host);
  document.documentElement.lang = "da";
  document.title = "Referent";
  const root = createRoot(host);
  // At once, with its effects: a key that comes before the window listens is no one's.
  flushSync(() => root.render(<App />));
  leave = async () => {
    main.failures.clear();
    await useOpenMeeting.getState().close();
    root.unmount();
    host.remove();
    for (const reset of resets) reset();
  };
  return main;
}

/** What the polite live regions say now. */
export function spoken(): string {
  return [...document.querySelectorAll('[data-live="polite"]')].map((region) => region.textContent).join("");
}

/** The titles of the agenda's rows, top to bottom, as they are read. */
export function railTitles(): string[] {
  return [...document.querySelectorAll(".rail-name")].map((name) => name.textContent?.replaceAll("\u00ad", "") ?? "");
}
