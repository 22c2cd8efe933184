import { create } from "zustand";
import type { FollowUpEdit, FollowUpListing, FollowUpState, FollowUpView } from "../../shared/domain/follow-up-view.ts";
import type { AppError } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";
import { saveFollowUp } from "./follow-ups.ts";
import { useOpenMeeting } from "./open-meeting.ts";

type FollowUpListState = {
  /** The open ones of all meetings, the latest meeting first; null until the first answer. */
  open: readonly FollowUpListing[] | null;
  /** Those that are done, likewise; null until they were asked for. */
  done: readonly FollowUpListing[] | null;
  /** Which of them the list shows. */
  shown: FollowUpState;
  show(state: FollowUpState): void;
  /** Whose are shown; null for everybody's, "" for those nobody has. */
  owner: string | null;
  showOwner(owner: string | null): void;
  error: AppError | null;
  load(): Promise<void>;
  /** Reads those of the open meeting again: main makes them of the text when it is saved. */
  loadMeeting(meetingId: string): Promise<void>;
  /** False when it was refused; the reason is then in `error`. */
  save(edit: FollowUpEdit): Promise<boolean>;
  dismissError(): void;
};

/** Who follows up on what: over all meetings, and in the one that is open. */
export const useFollowUpList = create<FollowUpListState>()((set, get) => {
  const read = async (): Promise<Partial<FollowUpListState>> => {
    const open = await call("follow-ups:list", { state: "open" });
    return get().shown === "open" ? { open } : { open, done: await call("follow-ups:list", { state: "done" }) };
  };
  const attempt = async (work: () => Promise<Partial<FollowUpListState>>): Promise<boolean> => {
    try {
      set(await work());
      return true;
    } catch (thrown) {
      set({ error: shownError(thrown) });
      return false;
    }
  };
  return {
    open: null,
    done: null,
    shown: "open",
    show: (shown) => {
      set({ shown });
      void get().load();
    },
    owner: null,
    showOwner: (owner) => set({ owner }),
    error: null,
    load: async () => {
      await attempt(read);
    },
    loadMeeting: async (meetingId) => {
      await attempt(async () => {
        const { followUps } = await call("meetings:get", { meetingId });
        useOpenMeeting
          .getState()
          .amend((shown) => (shown.id === meetingId && differ(shown.followUps, followUps) ? { ...shown, followUps } : shown));
        return {};
      });
    },
    save: (edit) =>
      attempt(async () => {
        const saved = await saveFollowUp(edit);
        useOpenMeeting.getState().amend((shown) => ({
          ...shown,
          followUps: shown.followUps.map((each) => (each.id === saved.id ? viewOf(saved) : each)),
        }));
        return { error: null, ...(await read()) };
      }),
    dismissError: () => set({ error: null }),
  };
});

function viewOf({ id, itemId, text, owners, due, state }: FollowUpListing): FollowUpView {
  return { id, itemId, text, owners, due, state };
}

// The meeting stays the same object while its follow-ups are: the screen around the text is then not drawn anew.
function differ(one: readonly FollowUpView[], other: readonly FollowUpView[]): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
