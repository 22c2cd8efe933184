import { type ItemView, itemsOf, type MeetingView } from "./meeting.ts";

/** The punkt in which the minutes of the meeting before are approved. Source: domain.md, the agenda template. */
export function findApprovalItem(meeting: Pick<MeetingView, "categories">): ItemView | null {
  return itemsOf(meeting).find((item) => /^referat(et)?$/i.test(item.title.trim())) ?? null;
}
