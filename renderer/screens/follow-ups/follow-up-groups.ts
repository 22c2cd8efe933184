import { longDate } from "../../../shared/domain/date.ts";
import type { FollowUpListing } from "../../../shared/domain/follow-up-view.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { matchScore } from "../palette/match.ts";
import { dueDate } from "./due-date.ts";

const words = liveTexts.followUps;

/** A follow-up as a row: `overdue` when the day its limit gives is past. */
export type FollowUpRow = FollowUpListing & { overdue: boolean };
export type FollowUpGroup = { title: string; rows: readonly FollowUpRow[] };

/** Those without an owner first, then those with a limit, the earliest first, then the rest in the order given. */
export function groupFollowUps(followUps: readonly FollowUpListing[], today: string): FollowUpGroup[] {
  const rows = followUps.map((each) => ({ ...each, day: each.due === null ? null : dueDate(each.due, each.meetingDate) }));
  const marked = rows.map(({ day, ...row }) => ({ row: { ...row, overdue: day !== null && day < today }, day: day ?? "9999" }));
  const owned = marked.filter(({ row }) => row.owners.length > 0);
  const withDue = owned.filter(({ row }) => row.due !== null).sort((a, b) => a.day.localeCompare(b.day));
  const groups = [
    { title: words.missingOwner, rows: marked.filter(({ row }) => row.owners.length === 0) },
    { title: words.withDue, rows: withDue },
    { title: words.withoutDue, rows: owned.filter(({ row }) => row.due === null) },
  ];
  return groups.filter((group) => group.rows.length > 0).map(({ title, rows: of }) => ({ title, rows: of.map(({ row }) => row) }));
}

/** Those that are done, in the order given: nothing about them is late. */
export function doneGroup(followUps: readonly FollowUpListing[]): FollowUpGroup[] {
  return [{ title: words.doneGroup, rows: followUps.map((each) => ({ ...each, overdue: false })) }];
}

/** Everybody who follows up on something of these, in Danish order. */
export function ownersOf(followUps: readonly FollowUpListing[]): string[] {
  return [...new Set(followUps.flatMap((each) => each.owners))].sort((a, b) => a.localeCompare(b, "da"));
}

/** Those that have every typed word, in what is to be done, by whom and when, or in the decision it is from. */
export function withWords<T extends FollowUpListing>(followUps: readonly T[], typed: string): T[] {
  return followUps.filter(({ text, owners, due, meetingTitle, meetingDate, itemTitle }) => {
    const beside = [...owners, due ?? "", meetingTitle, longDate(meetingDate), itemTitle].join(" ");
    return matchScore(typed, text, beside) > 0;
  });
}

/** Those of one owner; null for everybody's, "" for those nobody has. */
export function ofOwner<T extends FollowUpListing>(followUps: readonly T[], owner: string | null): T[] {
  if (owner === null) return [...followUps];
  return followUps.filter(({ owners }) => (owner === "" ? owners.length === 0 : owners.includes(owner)));
}
