import { create } from "zustand";
import type { Revived } from "../../shared/ipc/contract.ts";
import { elsewhereTexts } from "../app/elsewhere-texts.ts";
import { useMeetingList } from "./meeting-list.ts";
import { useUi } from "./ui.ts";

/** The meeting is `deleted` and nobody wrote on since; or what came back because someone did. */
type Told = "deleted" | NonNullable<Revived>;

type DeletedElsewhereState = {
  /** The open meeting that `told` is about. */
  meetingId: string | null;
  told: Told | null;
  /** Shows it until it is solved or put away, and says it aloud. */
  tell(meetingId: string, told: Told): void;
  dismiss(): void;
};

/** What the referent must know of a deletion on another PC that met the meeting they have open. */
export const useDeletedElsewhere = create<DeletedElsewhereState>()((set) => ({
  meetingId: null,
  told: null,
  tell: (meetingId, told) => {
    set({ meetingId, told });
    useUi.getState().say(elsewhereTexts.told[told]);
    if (told === "meeting") void useMeetingList.getState().load();
  },
  dismiss: () => set({ meetingId: null, told: null }),
}));
