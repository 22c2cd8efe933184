import type { MeetingView } from "../../../shared/domain/meeting.ts";
import type { AgendaPlace } from "../../stores/agenda.ts";

/** The agenda as one column: each category's heading followed by its punkter. */
export type AgendaEntry = { kind: "category" | "item"; id: string };

export function agendaEntries(meeting: Pick<MeetingView, "categories">): AgendaEntry[] {
  return meeting.categories.flatMap((category) => [
    { kind: "category", id: category.id } as const,
    ...category.items.map((item) => ({ kind: "item", id: item.id }) as const),
  ]);
}

/** The place a punkt gets when it is put at line `to` of the column; null when that is where it stands or past an end. */
export function placeAtLine(entries: readonly AgendaEntry[], itemId: string, to: number): AgendaPlace | null {
  const from = entries.findIndex((entry) => entry.id === itemId);
  if (from === -1 || to === from || to < 1 || to >= entries.length) return null;
  const above = entries.filter((entry) => entry.id !== itemId).slice(0, to);
  const category = above.findLast((entry) => entry.kind === "category");
  const last = above.at(-1);
  if (category === undefined || last === undefined) return null;
  return { categoryId: category.id, afterId: last.kind === "item" ? last.id : null };
}

/** The place one line up or down, across headings too; null at the ends. */
export function placeBeside(entries: readonly AgendaEntry[], itemId: string, step: 1 | -1): AgendaPlace | null {
  const from = entries.findIndex((entry) => entry.id === itemId);
  return placeAtLine(entries, itemId, from + step);
}

/** Where a new punkt goes: after the one at the caret, else last in the category that takes the cases of the day. */
export function placeForNew(meeting: Pick<MeetingView, "categories">, activeItemId: string | null): AgendaPlace | null {
  const active = meeting.categories.find((category) => category.items.some((item) => item.id === activeItemId));
  if (active !== undefined) return { categoryId: active.id, afterId: activeItemId };
  const first = meeting.categories[0];
  return first === undefined ? null : { categoryId: first.id, afterId: first.items.at(-1)?.id ?? null };
}
