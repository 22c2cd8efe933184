import type { FieldChange, ItemView, MeetingView } from "./meeting.ts";

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

/** The meeting with each punkt as `set` gives it. */
export function withItems(meeting: MeetingView, set: (item: ItemView) => ItemView): MeetingView {
  return { ...meeting, categories: meeting.categories.map((category) => ({ ...category, items: category.items.map(set) })) };
}

function withAttachment(item: ItemView, id: string, set: object): ItemView {
  if (!item.attachments.some((attachment) => attachment.id === id)) return item;
  return { ...item, attachments: item.attachments.map((attachment) => (attachment.id === id ? { ...attachment, ...set } : attachment)) };
}
