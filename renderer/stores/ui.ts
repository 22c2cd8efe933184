import { create } from "zustand";
import type { Notice } from "../../shared/ipc/contract.ts";

/** Where the window is; `itemId` is the punkt to begin at. */
export type Route =
  | { screen: "meetings" }
  | { screen: "meeting"; meetingId: string; itemId?: string }
  | { screen: "follow-ups" }
  | { screen: "settings" };

export type AsideTab = "preview" | "earlier" | "attachments" | "details" | "follow-ups" | "history";

/** `undo` takes the thing back; null where it cannot be taken back. */
export type ToastState = { id: number; text: string; undo: (() => Promise<void>) | null };

type UiState = {
  route: Route;
  dialog: "new-meeting" | "keys" | "palette" | "search" | "export-as" | "choose-version" | null;
  toast: ToastState | null;
  notices: readonly Notice[];
  /** Which Referent this is; null until main has said. */
  about: { version: string; standIn: boolean } | null;
  /** What the polite live region says; `turn` makes the same words be said again. */
  spoken: { text: string; turn: number };
  /** The meeting that was open last, to come back to in the list. */
  lastMeetingId: string | null;
  asideTab: AsideTab;
  /** Ved hånden lies over the text in a narrow window; this says whether it does now. */
  asideOpen: boolean;
  /** Width the person gave Ved hånden in a wide window, in px; null for the usual. Source: tokens.md, Widths. */
  asideWidth: number | null;
  /** The open meeting is being given a name as it stands now. */
  naming: boolean;
  /** Words are looked for in the text: which time, 0 when they are not. */
  finding: number;
  /** *Afslut mødet* lies over the text of the open meeting. */
  closing: boolean;
  setNaming(naming: boolean): void;
  setFinding(finding: boolean): void;
  setClosing(closing: boolean): void;
  setAsideWidth(width: number): void;
  setRoute(route: Route): void;
  setDialog(dialog: UiState["dialog"]): void;
  showToast(text: string, undo?: () => Promise<void>): void;
  undoToast(): Promise<void>;
  hideToast(): void;
  /** What is told already is told once. */
  addNotices(notices: readonly Notice[]): void;
  setAbout(about: { version: string; standIn: boolean }): void;
  dismissNotice(index: number): void;
  say(text: string): void;
  showAside(tab: AsideTab): void;
  setAsideOpen(open: boolean): void;
};

export const asideWidths = { min: 400, usual: 456, max: 640 } as const;

export const useUi = create<UiState>()((set, get) => ({
  route: { screen: "meetings" },
  dialog: null,
  toast: null,
  notices: [],
  about: null,
  spoken: { text: "", turn: 0 },
  lastMeetingId: null,
  asideTab: "attachments",
  asideOpen: false,
  asideWidth: null,
  naming: false,
  finding: 0,
  closing: false,
  setNaming: (naming) => set({ naming }),
  setFinding: (finding) => set(finding ? { finding: get().finding + 1, closing: false } : { finding: 0 }),
  setClosing: (closing) => set({ closing, asideOpen: false }),
  setAsideWidth: (width) => set({ asideWidth: Math.round(Math.min(asideWidths.max, Math.max(asideWidths.min, width))) }),
  setRoute: (route) =>
    set({
      route,
      asideOpen: false,
      naming: false,
      finding: 0,
      closing: false,
      lastMeetingId: route.screen === "meeting" ? route.meetingId : get().lastMeetingId,
    }),
  setDialog: (dialog) => set({ dialog }),
  showToast: (text, undo) => {
    set({ toast: { id: (get().toast?.id ?? 0) + 1, text, undo: undo ?? null } });
    get().say(text);
  },
  undoToast: async () => {
    const undo = get().toast?.undo;
    set({ toast: null });
    await undo?.();
  },
  hideToast: () => set({ toast: null }),
  addNotices: (notices) => {
    const known = new Set(get().notices.map((notice) => JSON.stringify(notice)));
    set({ notices: [...get().notices, ...notices.filter((notice) => !known.has(JSON.stringify(notice)))] });
  },
  setAbout: (about) => set({ about }),
  dismissNotice: (index) => set({ notices: get().notices.filter((_, at) => at !== index) }),
  say: (text) => set({ spoken: { text, turn: get().spoken.turn + 1 } }),
  showAside: (asideTab) => set({ asideTab, asideOpen: true, closing: false }),
  setAsideOpen: (asideOpen) => set({ asideOpen }),
}));
