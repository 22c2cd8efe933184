import type { ExportKind } from "../../../shared/domain/edition.ts";
import { type ItemOutcome, itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { formTexts } from "../../app/form-texts.ts";
import { texts } from "../../app/texts.ts";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { type AgendaPlace, useAgenda } from "../../stores/agenda.ts";
import { findRunning, useClock } from "../../stores/clock.ts";
import { useExport } from "../../stores/export.ts";
import { useFolder } from "../../stores/folder.ts";
import { useMeetingList } from "../../stores/meeting-list.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";
import { agendaEntries, placeAtLine, placeBeside, placeForNew } from "./agenda-order.ts";
import { spokenClock } from "./clock-words.ts";

const words = texts.agenda;

/** Saves what is written, then makes the referat where the person says: collected, full and as PDF when no `kind` is given. */
export async function exportReferat(meetingId: string, kind: ExportKind = {}): Promise<void> {
  // Another may have begun while this one saved.
  if (!(await useOpenMeeting.getState().flush()) || useExport.getState().busy) return;
  const result = await useExport.getState().exportReferat(meetingId, kind);
  if (result !== null) useUi.getState().showToast(texts.meeting.exported(result.fileName, result.pages));
  else if (useExport.getState().stopped) useUi.getState().showToast(formTexts.exporting.stopped);
  await useAgenda.getState().refresh();
}

/** Saves what is written, then lays referat and meeting in the shared folder. */
export async function publishMeeting(meetingId: string): Promise<void> {
  if (!(await useOpenMeeting.getState().flush()) || useFolder.getState().busy !== null) return;
  const result = await useFolder.getState().publish(meetingId);
  if (result?.state === "published") useUi.getState().showToast(texts.meeting.published(result.fileName, result.shortName));
  else if (result === null && useFolder.getState().stopped && useFolder.getState().error === null)
    useUi.getState().showToast(formTexts.exporting.notLaid);
  await Promise.all([useAgenda.getState().refresh(), useMeetingList.getState().load()]);
}

/** Adds a punkt without a title and puts the caret in it. */
export async function addItem(editor: MeetingEditorHandle | null, place?: AgendaPlace): Promise<void> {
  const { meeting, activeItemId } = useOpenMeeting.getState();
  const where = place ?? (meeting && placeForNew(meeting, activeItemId));
  const itemId = where && (await useAgenda.getState().addItem(where, "", null));
  if (itemId) editor?.focusItem(itemId, "title");
}

/** Deletes a punkt, with the way back in a toast; the one after it, else before it, is what to look at next. */
export async function deleteItem(itemId: string): Promise<string | null> {
  const items = itemsOf(useOpenMeeting.getState().meeting ?? { categories: [] });
  const at = items.findIndex((item) => item.id === itemId);
  const item = items[at];
  const restore = await useAgenda.getState().deleteItem(itemId);
  if (item === undefined || restore === null) return null;
  useUi.getState().showToast(words.removed(item.number, item.title || words.untitled), restore);
  return (items[at + 1] ?? items[at - 1])?.id ?? null;
}

/** Says that a punkt is postponed or struck, or that it is dealt with after all; it keeps its place. The way back is in a toast. */
export function toggleOutcome(itemId: string, outcome: Exclude<ItemOutcome, "normal">): void {
  const item = itemsOf(useOpenMeeting.getState().meeting ?? { categories: [] }).find((each) => each.id === itemId);
  if (item === undefined) return;
  const set = (value: ItemOutcome): void => useOpenMeeting.getState().changeField({ entity: "item", id: itemId, field: "outcome", value });
  const before = item.outcome;
  const now = before === outcome ? "normal" : outcome;
  set(now);
  useUi.getState().showToast(words.outcomeSet[now](item.number), async () => set(before));
}

/** Stops the clock of this punkt when it runs, else brings it here, and says which. */
export function toggleClock(itemId: string): void {
  const { meeting } = useOpenMeeting.getState();
  const item = meeting && itemsOf(meeting).find((each) => each.id === itemId);
  if (!meeting || !item || meeting.locked || meeting.state === "draft" || meeting.state === "approved") return;
  const runs = findRunning(meeting)?.id === itemId;
  void (runs ? useClock.getState().pause() : useClock.getState().start(itemId));
  useUi.getState().say(runs ? texts.clock.standing(item.number) : texts.clock.running(item.number));
}

/** The clock is read aloud when it is asked for, and never by itself. */
export function sayClock(): void {
  const { meeting, activeItemId } = useOpenMeeting.getState();
  if (meeting !== null) useUi.getState().say(spokenClock(meeting, activeItemId, Date.now()));
}

/** Opens Møde at the list of who is there, ready for the next name. */
export function showAttendance(): void {
  useUi.getState().showAside("details");
  requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-attendance-add] input")?.focus());
}

/** Moves a punkt one line up or down and says where it stands now. */
export async function moveItemBeside(itemId: string, step: 1 | -1): Promise<void> {
  const meeting = useOpenMeeting.getState().meeting;
  const place = meeting && placeBeside(agendaEntries(meeting), itemId, step);
  if (place) await moveTo(itemId, place);
  else useUi.getState().say(words.cannotMove);
}

/** Moves a punkt to where `overId`, another line of the agenda, stands. */
export async function moveItemOnto(itemId: string, overId: string): Promise<void> {
  const meeting = useOpenMeeting.getState().meeting;
  if (meeting === null) return;
  const entries = agendaEntries(meeting);
  const place = placeAtLine(
    entries,
    itemId,
    Math.max(
      1,
      entries.findIndex((entry) => entry.id === overId),
    ),
  );
  if (place !== null) await moveTo(itemId, place);
}

async function moveTo(itemId: string, place: AgendaPlace): Promise<void> {
  if (!(await useAgenda.getState().moveItem(itemId, place))) return;
  const meeting = useOpenMeeting.getState().meeting;
  if (meeting !== null) useUi.getState().say(whereNow(meeting, itemId));
}

function whereNow(meeting: MeetingView, itemId: string): string {
  for (const category of meeting.categories) {
    const at = category.items.findIndex((item) => item.id === itemId);
    if (at !== -1) return words.moved(category.items[at]?.title || words.untitled, at + 1, category.name);
  }
  return "";
}
