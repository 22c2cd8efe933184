import { findApprovalItem } from "../../../shared/domain/approval-item.ts";
import { dayAndMonth } from "../../../shared/domain/date.ts";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { isBlank } from "../../../shared/domain/rich-text.ts";
import { clockAndDay } from "../../app/clock.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { useAgenda } from "../../stores/agenda.ts";
import { useMeetingList } from "../../stores/meeting-list.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";

const words = liveTexts.states;

export async function startMeeting(): Promise<void> {
  await changeState(useAgenda.getState().start, words.started);
}

export async function holdMeeting(): Promise<void> {
  await changeState(useAgenda.getState().hold, words.held);
}

export async function lockMeeting(): Promise<void> {
  await changeState(useAgenda.getState().lock, words.lockedNow, useAgenda.getState().reopen);
}

export async function reopenMeeting(): Promise<void> {
  await changeState(useAgenda.getState().reopen, words.reopened);
}

async function changeState(change: () => Promise<boolean>, done: string, undo?: () => Promise<boolean>): Promise<void> {
  if (!(await change())) return;
  useUi.getState().showToast(done, undo && (async () => void (await undo())));
  await useMeetingList.getState().load();
}

/** Whether there are minutes of an earlier meeting that still wait for approval. */
export function canApprovePrevious({ previous, locked }: Pick<MeetingView, "previous" | "locked">): boolean {
  return !locked && previous !== null && previous.state !== "approved";
}

/** Approves the minutes of the meeting before, and writes "Godkendt." in Punkt 2 where nothing is decided yet. */
export async function approvePrevious(): Promise<void> {
  if (!(await useAgenda.getState().approvePrevious())) return;
  const { meeting, editor } = useOpenMeeting.getState();
  const previous = meeting?.previous;
  if (!meeting || !previous) return;
  const item = findApprovalItem(meeting);
  if (item !== null && isBlank(item.decision)) {
    editor()?.focusItem(item.id, "decision");
    editor()?.insertText(words.approvedDecision);
  }
  const when = previous.approvedAt === null ? "" : clockAndDay(previous.approvedAt);
  useUi.getState().showToast(words.approvedPrevious(dayAndMonth(previous.date), when));
  await useMeetingList.getState().load();
}
