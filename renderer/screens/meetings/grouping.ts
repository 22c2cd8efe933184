import type { MeetingSummary } from "../../../shared/domain/meeting.ts";

/** The list in its three parts. Upcoming: soonest first. Drafts and approved: latest first, approved by year. */
export type MeetingGroups = {
  upcoming: MeetingSummary[];
  drafts: MeetingSummary[];
  approved: { year: string; meetings: MeetingSummary[] }[];
};

/** Sorts meetings into the list's parts; a planned meeting whose day is past is a draft that waits for its text. */
export function groupMeetings(meetings: readonly MeetingSummary[], today: string): MeetingGroups {
  const latestFirst = [...meetings].sort((a, b) => when(b).localeCompare(when(a)));
  const isUpcoming = (meeting: MeetingSummary): boolean =>
    (meeting.state === "planned" || meeting.state === "running") && meeting.date >= today;
  const approved = new Map<string, MeetingSummary[]>();
  for (const meeting of latestFirst.filter((each) => each.state === "approved")) {
    const year = meeting.date.slice(0, 4);
    approved.set(year, [...(approved.get(year) ?? []), meeting]);
  }
  return {
    upcoming: latestFirst.filter(isUpcoming).reverse(),
    drafts: latestFirst.filter((meeting) => meeting.state !== "approved" && !isUpcoming(meeting)),
    approved: [...approved].map(([year, ofYear]) => ({ year, meetings: ofYear })),
  };
}

function when(meeting: MeetingSummary): string {
  return `${meeting.date} ${meeting.start}`;
}
