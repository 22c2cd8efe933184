import { create } from "zustand";
import type { FieldChange, MeetingView } from "../../shared/domain/meeting.ts";
import { withChanges } from "../../shared/domain/with-changes.ts";
import { AppFailure } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { liveTexts } from "../app/live-texts.ts";
import type { MeetingEditorHandle } from "../editor/meeting-editor.tsx";
import type { DirtyPart } from "../editor/parts.ts";
import { withTextOf } from "./apply-changes.ts";
import { useDeletedElsewhere } from "./deleted-elsewhere.ts";
import { shownError } from "./failure.ts";
import { SaveQueue, type SaveState } from "./save-queue.ts";
import { useUi } from "./ui.ts";

export type { SaveState } from "./save-queue.ts";

type OpenMeetingState = {
  /** The open meeting with every field as last collected; text younger than 120 ms is in the editor only. */
  meeting: MeetingView | null;
  activeItemId: string | null;
  saving: SaveState;
  /** Saves what is open, then opens another. Throws AppFailure, and nothing has changed. */
  open(meetingId: string): Promise<void>;
  /** Saves and closes. False when it could not save; the meeting then stays open. */
  close(): Promise<boolean>;
  attachEditor(handle: MeetingEditorHandle | null): void;
  /** The writing surface, while one is on the screen. */
  editor(): MeetingEditorHandle | null;
  markDirty(part: DirtyPart): void;
  /** Every field that is not known to be on the disk, in its newest value. */
  unsaved(): FieldChange[];
  /** The same, only looked at: `meeting` is no other by it. */
  written(): FieldChange[];
  /** A field that is written outside the text, saved in the same queue. */
  changeField(change: FieldChange): void;
  /** Saves all there is now. False when some of it could not be saved. */
  flush(): Promise<boolean>;
  /** The reply of a request that changed the structure; what is unsaved here stays as it is written. */
  replaceMeeting(meeting: MeetingView): void;
  /** Shows what other PCs wrote in the open meeting, everywhere but in what is unsaved here; tells when they deleted it. */
  takeOver(): Promise<void>;
  /** Takes over what a reply changed beside the text; the text in the editor and what is unsaved stay as they are. */
  amend(change: (shown: MeetingView) => MeetingView): void;
  setActiveItem(itemId: string | null): void;
};

const closed = { meeting: null, activeItemId: null, saving: { kind: "saved", at: "" } } as const;

let queue: SaveQueue | null = null;
let editor: MeetingEditorHandle | null = null;
/** What the text on the screen holds of other PCs' writing; what is saved is saved as not having seen more. */
let received = 0;
/** Something came that could not be shown, since its place was being written in. */
let behind = false;
const hearers = new Set<() => void>();

/** Hears each change of the text at once, until the returned function is called. Called between a key and its frame: must be cheap. */
export function onTextChanged(hear: () => void): () => void {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}

/** Up to where the screen shows what other PCs wrote; what is saved beside the text says so too. */
export function shownReceived(): number {
  return received;
}

/** The open meeting: what the screen shows of it, and where each unsaved word is on its way to the disk. */
export const useOpenMeeting = create<OpenMeetingState>()((set, get) => {
  const startQueue = ({ id: meetingId, savedAt }: MeetingView): SaveQueue =>
    new SaveQueue({
      savedAt,
      save: async (operationId, changes) => {
        const { savedAt, state, correctedAt, revived } = await call("meetings:save-fields", { operationId, meetingId, changes, received });
        if (revived !== null) useDeletedElsewhere.getState().tell(meetingId, revived);
        const { meeting } = get();
        const stands = meeting?.id !== meetingId || (meeting.state === state && meeting.correctedAt === correctedAt);
        if (!stands) set({ meeting: { ...meeting, state, correctedAt } });
        return { savedAt };
      },
      collect: (parts) => editor?.collect(parts) ?? [],
      onCollected: (changes) => set(({ meeting }) => ({ meeting: meeting && withChanges(meeting, changes) })),
      onState: (saving) => {
        set({ saving });
        if (behind && saving.kind === "saved") void get().takeOver();
      },
    });
  return {
    ...closed,
    open: async (meetingId) => {
      if (!(await get().flush())) throw unsavedFailure(get().saving);
      const meeting = await call("meetings:get", { meetingId });
      queue = startQueue(meeting);
      received = meeting.received;
      behind = false;
      set({ meeting, activeItemId: null, saving: { kind: "saved", at: meeting.savedAt } });
      // Not waited for: a folder that does not answer keeps nobody from writing, and what comes is told by an event.
      void call("folder:pull", {}).catch(() => undefined);
    },
    close: async () => {
      if (!(await get().flush())) return false;
      queue = null;
      set(closed);
      return true;
    },
    attachEditor: (handle) => {
      if (handle === null) queue?.collect();
      editor = handle;
    },
    editor: () => editor,
    markDirty: (part) => {
      queue?.markDirty(part);
      for (const hear of hearers) hear();
    },
    unsaved: () => queue?.unsaved() ?? [],
    written: () => queue?.peek() ?? [],
    changeField: (change) => {
      // The change may take a part out of the text: what is written in it is read first.
      queue?.collect();
      const { meeting } = get();
      if (meeting === null) return;
      // Main would refuse it for as long as it waits in the queue, and with it all that is written once the meeting is opened again.
      if (meeting.locked) {
        useUi.getState().showToast(liveTexts.states.lockedRefused);
        return;
      }
      queue?.add(change);
      const changed = withChanges(meeting, [change]);
      set({ meeting: changed });
      if (change.entity === "item") editor?.applyMeeting(changed);
    },
    flush: async () => (await queue?.flush()) ?? true,
    replaceMeeting: (reply) => {
      const { meeting: shown } = get();
      if (queue === null || shown === null || shown.id !== reply.id) return;
      const unsaved = queue.unsaved();
      const current = reply.savedAt < queue.savedAt ? withTextOf(reply, get().meeting ?? shown) : reply;
      const meeting = withChanges(current, unsaved);
      set({ meeting });
      editor?.applyMeeting(meeting);
    },
    takeOver: async () => {
      const { meeting: shown } = get();
      const asked = queue;
      if (asked === null || shown === null) return;
      behind = false;
      await asked.flush();
      const reply = await call("meetings:get", { meetingId: shown.id }).catch(shownError);
      if (queue !== asked) return;
      if ("kind" in reply) {
        if (reply.kind === "not-found") useDeletedElsewhere.getState().tell(shown.id, "deleted");
        return;
      }
      // Written meanwhile, on what stood here before: that is saved first, as the writing of one who had not seen it.
      behind = asked.unsaved().length > 0 || reply.savedAt < asked.savedAt;
      get().replaceMeeting(reply);
      const { meeting } = get();
      if (behind || meeting === null) return;
      received = reply.received;
      editor?.applyMeeting(meeting, true);
    },
    amend: (change) => set(({ meeting }) => ({ meeting: meeting && change(meeting) })),
    setActiveItem: (activeItemId) => set({ activeItemId }),
  };
});

function unsavedFailure(saving: SaveState): AppFailure {
  return new AppFailure(saving.kind === "failed" ? saving.error : { kind: "save-failed", code: "unsaved" });
}

// Looking away is when a laptop is closed or a PC is switched off.
const saveNow = () => void useOpenMeeting.getState().flush();
window.addEventListener("blur", saveNow);
document.addEventListener("visibilitychange", saveNow);
