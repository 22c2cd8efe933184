import { type RefObject, useEffect, useRef, useState } from "react";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { type CommandHandlers, isEditable, useCommands } from "../../app/keys.ts";
import { goBack } from "../../app/routes.ts";
import { texts } from "../../app/texts.ts";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";
import { showClosing } from "../closing/closing-actions.ts";
import { addItem, exportReferat, publishMeeting, sayClock, showAttendance, toggleClock, toggleOutcome } from "./actions.ts";
import { copyItem, copyReferat } from "./copy-actions.ts";
import { addPreviousReferat } from "./previous-referat.ts";
import { approvePrevious, canApprovePrevious, holdMeeting, lockMeeting, reopenMeeting, startMeeting } from "./state-actions.ts";

const answerShownFor = 3_000;

/** The keys of the meeting screen. True for a moment after Ctrl+S: the status then answers that all is saved. */
export function useMeetingCommands(meeting: MeetingView, editor: RefObject<MeetingEditorHandle | null>): boolean {
  const active = useUi((state) => state.dialog === null);
  const [answered, setAnswered] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const answer = async (): Promise<void> => {
    if (!(await useOpenMeeting.getState().flush())) return;
    if (answered) useUi.getState().setNaming(true);
    setAnswered(true);
    useUi.getState().say(texts.status.allSaved);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnswered(false), answerShownFor);
  };
  const goToNumber = (key: string): void => {
    const items = itemsOf(useOpenMeeting.getState().meeting ?? { categories: [] });
    const item = items.find((each) => each.number === Number(key));
    if (item !== undefined) editor.current?.focusItem(item.id);
  };
  useCommands(
    {
      save: () => void answer(),
      export: () => void exportReferat(meeting.id),
      "export-as": () => useUi.getState().setDialog("export-as"),
      "export-short": () => void exportReferat(meeting.id, { form: "short" }),
      "export-open": () => void exportReferat(meeting.id, { edition: "open" }),
      "export-short-open": () => void exportReferat(meeting.id, { form: "short", edition: "open" }),
      "copy-formatted": () => withItem((itemId) => void copyItem(meeting.id, itemId)),
      "copy-referat": () => void copyReferat(meeting.id, "full"),
      "copy-referat-open": () => void copyReferat(meeting.id, "open"),
      "end-meeting": showClosing,
      publish: () => void publishMeeting(meeting.id),
      "add-item": () => void addItem(editor.current),
      "next-item": () => editor.current?.focusNextItem(1),
      "previous-item": () => editor.current?.focusNextItem(-1),
      "go-to-item": goToNumber,
      find: () => useUi.getState().setFinding(true),
      "name-version": () => useUi.getState().setNaming(true),
      ...itemCommands,
      "show-preview": () => useUi.getState().showAside("preview"),
      "show-attachments": () => useUi.getState().showAside("attachments"),
      "show-details": () => useUi.getState().showAside("details"),
      "show-attendance": showAttendance,
      "show-history": () => useUi.getState().showAside("history"),
      "show-earlier": () => useUi.getState().showAside("earlier"),
      "show-follow-ups": () => useUi.getState().showAside("follow-ups"),
      ...stateCommands(meeting),
      ...(meeting.locked ? {} : textCommands(editor)),
    },
    active,
  );
  useEscape(active, editor);
  return answered;
}

/** The punkt a key is about: that of the agenda's row with the focus, else the one being written in. */
function itemAtHand(): string | null {
  const row = document.activeElement?.closest<HTMLElement>("[data-item]");
  return row?.dataset["item"] ?? useOpenMeeting.getState().activeItemId;
}

function withItem(act: (itemId: string) => void): void {
  const itemId = itemAtHand();
  if (itemId !== null) act(itemId);
}

const itemCommands: CommandHandlers = {
  "toggle-clock": () => withItem(toggleClock),
  "say-clock": sayClock,
  postpone: () => withItem((itemId) => toggleOutcome(itemId, "postponed")),
  withdraw: () => withItem((itemId) => toggleOutcome(itemId, "withdrawn")),
};

/** What takes the meeting on, as far as it can be from where it is. */
function stateCommands(meeting: MeetingView): CommandHandlers {
  const { state, locked } = meeting;
  return {
    ...(state === "planned" && { "start-meeting": () => void startMeeting() }),
    ...((state === "planned" || state === "running") && { "hold-meeting": () => void holdMeeting() }),
    ...(canApprovePrevious(meeting) && { "approve-previous": () => void approvePrevious() }),
    ...(locked
      ? { "reopen-meeting": () => void reopenMeeting() }
      : { "add-previous-referat": () => void addPreviousReferat(meeting.id), "lock-meeting": () => void lockMeeting() }),
  };
}

/** Keys that the text itself hears, for those who choose them by name. */
function textCommands(editor: RefObject<MeetingEditorHandle | null>): CommandHandlers {
  return {
    "usual-decision": () => editor.current?.press("Enter", {}),
    phrases: () => editor.current?.openHelp("/"),
    names: () => editor.current?.openHelp("@"),
    "mark-follow-up": () => editor.current?.press("o", { shift: true }),
  };
}

/** Esc, one step at a time: Afslut mødet goes back to the text, Ved hånden closes, then from the text to the agenda, then back to the meetings. */
function useEscape(active: boolean, editor: RefObject<MeetingEditorHandle | null>): void {
  useEffect(() => {
    if (!active) return;
    const pressed = (event: KeyboardEvent): void => {
      // The editor's engine prevents the default of every Esc; what wants it for itself there stops it from coming here.
      const taken = event.defaultPrevented && !isEditable(event.target);
      if (event.key !== "Escape" || taken || event.isComposing) return;
      event.preventDefault();
      const row = document.querySelector<HTMLElement>('.rail-row[tabindex="0"]');
      if (useUi.getState().closing) editor.current?.focus();
      else if (useUi.getState().asideOpen) useUi.getState().setAsideOpen(false);
      else if (isEditable(event.target) && row !== null) row.focus();
      else void goBack();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [active, editor]);
}
