import { randomUUID } from "node:crypto";
import { markFollowUps } from "../../shared/domain/follow-up.ts";
import type { KnownName } from "../../shared/domain/known-name.ts";
import type { NewMeeting } from "../meetings/new-meeting.ts";

/** A meeting that comes from a file, with the follow-ups in its decisions recognised. */
export function markMeeting(meeting: NewMeeting, people: readonly KnownName[]): NewMeeting {
  return {
    ...meeting,
    categories: meeting.categories.map((category) => ({
      ...category,
      items: category.items.map((item) => ({ ...item, decision: markFollowUps(item.decision, people, randomUUID) })),
    })),
  };
}
