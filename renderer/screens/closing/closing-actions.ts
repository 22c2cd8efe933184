import { type FieldChange, type ItemView, itemsOf } from "../../../shared/domain/meeting.ts";
import type { ProofFinding } from "../../../shared/domain/proof-read.ts";
import { proposalChange } from "../../../shared/domain/proposal-change.ts";
import { closingTexts } from "../../app/closing-texts.ts";
import { useClosing } from "../../stores/closing.ts";
import { useExport } from "../../stores/export.ts";
import { useFolder } from "../../stores/folder.ts";
import { useFollowUpList } from "../../stores/follow-up-list.ts";
import { useMeetingList } from "../../stores/meeting-list.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";
import { publishMeeting } from "../meeting/actions.ts";

const words = closingTexts.said;

/** Opens *Afslut mødet* over the text, which is read first. */
export function showClosing(): void {
  const { meeting, unsaved } = useOpenMeeting.getState();
  if (meeting === null) return;
  unsaved();
  void useClosing.getState().begin(meeting.id);
  useExport.getState().rehearse(meeting.id);
  useUi.getState().hideToast();
  useUi.getState().setClosing(true);
}

/** Does what is proposed. False when the text is another by now, or the meeting is locked. */
export function carryOut(finding: ProofFinding): boolean {
  const { meeting, changeField } = useOpenMeeting.getState();
  const item = itemsOf(meeting ?? { categories: [] }).find(({ id }) => id === finding.itemId);
  const change = item && finding.proposal && proposalChange(item, finding.proposal);
  if (!item || !change || meeting?.locked) {
    useUi.getState().say(words.placeGone);
    return false;
  }
  const before = { ...change, value: currentOf(item, change) } as FieldChange;
  changeField(change);
  useClosing.getState().addStep({ findingId: finding.id, undo: async () => putBack(change, before) });
  return true;
}

/** Two versions cannot stay as they are: the referat must say one thing. */
export function isKeepable({ kind }: ProofFinding): boolean {
  return kind !== "two-versions";
}

/** Leaves it as it is, from now on. False when that could not be remembered, or cannot be. */
export async function keep(finding: ProofFinding): Promise<boolean> {
  if (!isKeepable(finding)) return false;
  const { setKept, addStep } = useClosing.getState();
  if (!(await setKept(finding.id, true))) return false;
  addStep({ findingId: finding.id, undo: () => setKept(finding.id, false) });
  return true;
}

/** Says who follows up; the way back is that nobody does. False when that was not saved. */
export async function giveOwners(finding: ProofFinding, owners: string[]): Promise<boolean> {
  if (finding.kind !== "no-owner" || owners.length === 0) return false;
  const { save } = useFollowUpList.getState();
  const id = finding.followUpId;
  if (!(await save({ id, owners }))) return false;
  useClosing.getState().addStep({ findingId: finding.id, undo: () => save({ id, owners: [] }) });
  return true;
}

/** Takes back what was done last here. Gives the finding it was about, or null. */
export async function undoLast(): Promise<string | null> {
  const step = useClosing.getState().takeStep();
  if (step === null) {
    useUi.getState().say(words.nothingToUndo);
    return null;
  }
  if (await step.undo()) return step.findingId;
  useUi.getState().say(words.changedSince);
  return null;
}

function currentOf(item: ItemView, change: FieldChange): unknown {
  if (change.entity === "attachment") return item.attachments.find(({ id }) => id === change.id)?.title;
  return item[change.field as keyof ItemView];
}

/** Only while the text is still as it was made: nothing that was written since is lost. */
function putBack(change: FieldChange, before: FieldChange): boolean {
  const { meeting, changeField } = useOpenMeeting.getState();
  const owner = (item: ItemView): boolean => item.id === change.id || item.attachments.some(({ id }) => id === change.id);
  const item = itemsOf(meeting ?? { categories: [] }).find(owner);
  if (item === undefined || meeting?.locked || JSON.stringify(currentOf(item, change)) !== JSON.stringify(change.value)) return false;
  changeField(before);
  return true;
}

/** Chooses the shared folder. With a meeting, it is what the meeting waited for, and it is laid in it at once. */
export async function chooseFolderAndLay(meetingId: string | null): Promise<void> {
  await useFolder.getState().choose();
  const { folder, error } = useFolder.getState();
  if (meetingId !== null && folder.kind !== "none" && error === null) await publishMeeting(meetingId);
  else await useMeetingList.getState().load();
}

/** Tries once more to lay what waits. */
export async function layWaiting(): Promise<void> {
  await useFolder.getState().retry();
  await useMeetingList.getState().load();
}
