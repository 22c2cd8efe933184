import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { deleteItem, moveItemBeside } from "./actions.ts";

export type RailControl = {
  ref: RefObject<HTMLDivElement | null>;
  onKeyDown(event: KeyboardEvent): void;
  /** The one row that Tab reaches. */
  tabStop: string | null;
  setFocused(itemId: string): void;
  move(itemId: string, step: 1 | -1): Promise<void>;
  remove(itemId: string): Promise<void>;
};

/** The keys of the agenda: arrows choose, F2 renames, Delete deletes, Alt+Shift+arrows move, → opens the row's menu. */
export function useRailKeys(meeting: MeetingView, activeItemId: string | null, editor: RefObject<MeetingEditorHandle | null>): RailControl {
  const ref = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const ids = itemsOf(meeting).map((item) => item.id);
  const tabStop = [focused, activeItemId, ids[0]].find((id) => id != null && ids.includes(id)) ?? null;
  const row = (id: string | null | undefined): HTMLElement | null => ref.current?.querySelector(`[data-item="${id}"]`) ?? null;
  const focusRow = (id: string | null): void => void requestAnimationFrame(() => row(id)?.focus());
  const move = async (id: string, step: 1 | -1): Promise<void> => {
    await moveItemBeside(id, step);
    focusRow(id);
  };
  const remove = async (id: string): Promise<void> => {
    const next = await deleteItem(id);
    if (next !== null) focusRow(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = (event.target as HTMLElement).dataset["item"];
    if (id === undefined || event.ctrlKey || event.metaKey) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    if (step !== null && event.altKey && event.shiftKey) void move(id, step);
    else if (event.altKey) return;
    else if (step !== null) row(ids[ids.indexOf(id) + step])?.focus();
    else if (event.key === "Home") row(ids[0])?.focus();
    else if (event.key === "End") row(ids.at(-1))?.focus();
    else if (event.key === "F2") editor.current?.focusItem(id, "title");
    else if (event.key === "Delete") void remove(id);
    else if (event.key === "ArrowRight") row(id)?.parentElement?.querySelector<HTMLElement>("[data-row-menu]")?.click();
    else return;
    event.preventDefault();
  };
  return { ref, onKeyDown, tabStop, setFocused, move, remove };
}
