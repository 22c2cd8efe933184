import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { MeetingSummary } from "../../../shared/domain/meeting.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { goTo } from "../../app/routes.ts";
import { texts } from "../../app/texts.ts";
import { useFollowUpList } from "../../stores/follow-up-list.ts";
import { useMeetingList } from "../../stores/meeting-list.ts";
import { useUi } from "../../stores/ui.ts";
import type { MeetingGroups } from "./grouping.ts";
import { MeetingRow } from "./meeting-row.tsx";

/** All groups as one list to the arrow keys; one row at a time can be reached by Tab. */
export function MeetingList({ groups }: { groups: MeetingGroups }) {
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const all = [...groups.upcoming, ...groups.drafts, ...groups.approved.flatMap((year) => year.meetings)];
  const current = all.some((meeting) => meeting.id === chosen) ? chosen : (all[0]?.id ?? null);
  const focusRow = (id: string | undefined): void => list.current?.querySelector<HTMLElement>(`[data-meeting="${id}"]`)?.focus();
  const open = useFollowUpList((state) => state.open) ?? [];
  const left = useUi((state) => state.lastMeetingId);
  const first = all.find((meeting) => meeting.id === left) ?? all.find((meeting) => meeting.state === "running") ?? all[0];
  // Enter opens the meeting one came from, else the likeliest, as soon as the list is there. Only once, and never away from what a person has chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list as it was when it came up decides.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body || activeElement.matches("main, h1")) focusRow(first?.id);
  }, []);
  const remove = async (meeting: MeetingSummary): Promise<void> => {
    const at = all.indexOf(meeting);
    const restore = await useMeetingList.getState().remove(meeting.id);
    if (restore === null) return;
    useUi.getState().showToast(texts.meetings.removed(meeting.title), restore);
    focusRow((all[at + 1] ?? all[at - 1])?.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = all.findIndex((meeting) => meeting.id === (event.target as HTMLElement).dataset["meeting"]);
    const meeting = all[at];
    if (meeting === undefined) return;
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (goal !== undefined) focusRow(all[goal]?.id);
    else if (event.key === "Delete") void remove(meeting);
    else return;
    event.preventDefault();
  };
  const rows = (meetings: readonly MeetingSummary[]) => (
    <ul>
      {meetings.map((meeting) => (
        <MeetingRow
          key={meeting.id}
          meeting={meeting}
          openFollowUps={open.filter((each) => each.meetingId === meeting.id).length}
          approvalDay={nextMeeting(all, meeting)?.date ?? null}
          current={meeting.id === current}
          onFocus={() => setChosen(meeting.id)}
          onOpen={() => void goTo({ screen: "meeting", meetingId: meeting.id })}
          onRemove={() => void remove(meeting)}
        />
      ))}
    </ul>
  );
  const sections = [
    { title: texts.meetings.upcoming, more: "", meetings: groups.upcoming },
    { title: texts.meetings.drafts, more: texts.meetings.draftsHint, meetings: groups.drafts },
    ...groups.approved.map((year) => ({ title: texts.meetings.approved, more: year.year, meetings: year.meetings })),
  ].filter((section) => section.meetings.length > 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside have the focus; the keys are heard in one place for all of them.
    <div ref={list} className="meeting-list" onKeyDown={onKeyDown}>
      {sections.map((section, index) => (
        <section key={section.title + section.more}>
          <header className="meeting-group-head">
            <h2 className="meeting-group-title">
              {section.title} <span className="meeting-group-more">{section.more}</span>
            </h2>
            {index === 0 && <ColumnHeads />}
          </header>
          {rows(section.meetings)}
        </section>
      ))}
    </div>
  );
}

/** The next meeting of the same series. */
function nextMeeting(all: readonly MeetingSummary[], { seriesId, date }: MeetingSummary): MeetingSummary | undefined {
  return all.filter((each) => each.seriesId === seriesId && each.date > date).sort((a, b) => a.date.localeCompare(b.date))[0];
}

/** For the eye only: each row's name spells its columns out. */
function ColumnHeads() {
  return (
    <div className="meeting-columns" aria-hidden="true">
      <span>{texts.meetings.time}</span>
      <span>{texts.meetings.minuteTaker}</span>
      <span>{liveTexts.followUps.openColumn}</span>
      <span>{texts.meetings.state}</span>
    </div>
  );
}
