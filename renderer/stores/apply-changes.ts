import type { FieldChange, ItemView, MeetingView } from "../../shared/domain/meeting.ts";

/** The meeting with the given fields set; entities it does not have are left out. */
export function withChanges(meeting: MeetingView, changes: readonly FieldChange[]): MeetingView {
  return changes.reduce(withChange, meeting);
}

function withChange(meeting: MeetingView, change: FieldChange): MeetingView {
  const set = { [change.field]: change.value };
  if (change.entity === "meeting") return meeting.id === change.id ? { ...meeting, ...set } : meeting;
  if (change.entity === "item") return withItems(meeting, (item) => (item.id === change.id ? { ...item, ...set } : item));
  if (change.entity === "attachment") return withItems(meeting, (item) => withAttachment(item, change.id, set));
  return {
    ...meeting,
    categories: meeting.categories.map((category) => (category.id === change.id ? { ...category, ...set } : category)),
  };
}

function withItems(meeting: MeetingView, set: (item: ItemView) => ItemView): MeetingView {
  return { ...meeting, categories: meeting.categories.map((category) => ({ ...category, items: category.items.map(set) })) };
}

function withAttachment(item: ItemView, id: string, set: object): ItemView {
  if (!item.attachments.some((attachment) => attachment.id === id)) return item;
  return { ...item, attachments: item.attachments.map((attachment) => (attachment.id === id ? { ...attachment, ...set } : attachment)) };
}

/** `reply` with the written fields of `shown`, for the punkter both have: used when the reply is older than the last save. */
export function withTextOf(reply: MeetingView, shown: MeetingView): MeetingView {
  const items = new Map(shown.categories.flatMap((category) => category.items).map((item) => [item.id, item]));
  return withItems(reply, (item) => {
    const now = items.get(item.id);
    if (now === undefined) return item;
    const { title, minutes, closed, agendaText, recommendations, decision, publicDecision, outcome } = now;
    return { ...item, title, minutes, closed, agendaText, recommendations, decision, publicDecision, outcome };
  });
}

/** `shown` with the times of `reply`: its clocks, that the meeting has begun, and when it was last saved. */
export function withClockOf(shown: MeetingView, reply: MeetingView): MeetingView {
  if (shown.id !== reply.id) return shown;
  const items = new Map(reply.categories.flatMap((category) => category.items).map((item) => [item.id, item]));
  const { state, savedAt } = reply;
  return withItems({ ...shown, state, savedAt }, (item) => {
    const { spentSeconds = item.spentSeconds, runningSince = null } = items.get(item.id) ?? {};
    return item.spentSeconds === spentSeconds && item.runningSince === runningSince ? item : { ...item, spentSeconds, runningSince };
  });
}
