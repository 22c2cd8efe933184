import type { MeetingView } from "../../shared/domain/meeting.ts";
import { withItems } from "../../shared/domain/with-changes.ts";

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
