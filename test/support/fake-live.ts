import type { FollowUpListing, FollowUpState } from "../../shared/domain/follow-up-view.ts";
import { type FieldChange, itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/ipc/contract.ts";
import type { FakeMain } from "./fake-bridge.ts";
import { itemIn } from "./fake-meeting.ts";

function followUpsOf(meeting: MeetingView, state: FollowUpState | "any"): FollowUpListing[] {
  const of = { meetingId: meeting.id, meetingTitle: meeting.title, meetingDate: meeting.date };
  return meeting.followUps
    .filter((followUp) => state === "any" || followUp.state === state)
    .map((followUp) => {
      const item = itemIn(meeting, followUp.itemId);
      return { ...followUp, ...of, itemNumber: item.number, itemTitle: item.title, closed: item.closed };
    });
}

/** The requests of live writing as a main process without any history answers them. */
export function liveHandlers(main: FakeMain) {
  const changed = (meetingId: string, change: Partial<MeetingView>): MeetingView => Object.assign(main.meeting(meetingId), change);
  const meetingOf = (itemId: string): MeetingView =>
    main.meetings.find((meeting) => itemsOf(meeting).some(({ id }) => id === itemId)) ?? main.meeting("");
  return {
    "meetings:start": ({ meetingId }) => changed(meetingId, { state: "running" }),
    "meetings:lay-short": ({ meetingId, short }) => changed(meetingId, { laysShort: short }),
    "meetings:lock": ({ meetingId }) => changed(meetingId, { locked: true }),
    "meetings:reopen": ({ meetingId }) => changed(meetingId, { locked: false }),
    "meetings:approve": ({ meetingId }) => {
      const { previous } = main.meeting(meetingId);
      if (previous === null) throw new AppFailure({ kind: "nothing-to-approve" });
      return changed(meetingId, { previous: { ...previous, state: "approved", approvedAt: "2026-03-10T10:42:07.000Z" } });
    },
    "history:list": ({ itemId, field = "decision" }) => main.history.list(itemId, field),
    "history:at": ({ itemId, field, at }) => main.history.at(itemId, field, at),
    "history:value": ({ revisionId }) => main.history.get(revisionId).value,
    "history:restore": ({ revisionId }) => {
      const { itemId, field, value } = main.history.get(revisionId);
      return main.saveFields(meetingOf(itemId).id, [{ entity: "item", id: itemId, field, value } as FieldChange]);
    },
    "versions:name": ({ meetingId, name }) => {
      main.history.versions.unshift({ id: crypto.randomUUID(), name, at: main.meeting(meetingId).savedAt });
      return main.history.versions;
    },
    "versions:list": () => main.history.versions,
    "spelling:check": ({ words }) => ({
      wrong: words.filter((word) => main.misspelt.has(word) && !main.addedWords.includes(word)).map((word) => ({ word, kind: "unknown" })),
    }),
    "spelling:suggest": ({ word }) => [...(main.misspelt.get(word) ?? [])],
    "spelling:list": () => main.addedWords,
    "spelling:add": ({ word }) => {
      if (!main.addedWords.includes(word)) main.addedWords.push(word);
      return null;
    },
    "spelling:remove": ({ word }) => {
      main.addedWords = main.addedWords.filter((each) => each !== word);
      return null;
    },
    "decisions:search": ({ text, by }) =>
      main.decisions.filter(
        ({ itemTitle, quote }) =>
          `${itemTitle} ${quote}`.toLowerCase().includes(text.toLowerCase()) || (by === "matter" && itemTitle === text),
      ),
    "findings:kept": ({ meetingId }) => [...(main.keptFindings.get(meetingId) ?? [])],
    "findings:keep": ({ meetingId, finding, kept }) => {
      const now = new Set(main.keptFindings.get(meetingId));
      if (kept) now.add(finding);
      else now.delete(finding);
      main.keptFindings.set(meetingId, now);
      return [...now];
    },
    "follow-ups:list": ({ state }) => main.meetings.flatMap((meeting) => followUpsOf(meeting, state)),
    "follow-ups:save": ({ id, ...change }) => {
      const listing = main.meetings.flatMap((meeting) => followUpsOf(meeting, "any")).find((each) => each.id === id);
      if (listing === undefined) throw new AppFailure({ kind: "not-found", what: "follow-up", id });
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const { followUps } = main.meeting(listing.meetingId);
      Object.assign(followUps.find((each) => each.id === id) ?? {}, given);
      return { ...listing, ...given };
    },
    "clock:start": ({ itemId }) => {
      const meeting = meetingOf(itemId);
      const now = new Date().toISOString();
      for (const item of itemsOf(meeting)) item.runningSince = item.id === itemId ? (item.runningSince ?? now) : null;
      if (meeting.state === "planned") meeting.state = "running";
      return meeting;
    },
    "clock:stop": ({ meetingId }) => {
      for (const item of itemsOf(main.meeting(meetingId))) item.runningSince = null;
      return main.meeting(meetingId);
    },
    "clock:correct": ({ itemId, seconds }) => {
      itemIn(meetingOf(itemId), itemId).spentSeconds = seconds;
      return meetingOf(itemId);
    },
    "attendance:set": ({ meetingId, entries }) => changed(meetingId, { attendance: entries }),
    "people:save": ({ id = crypto.randomUUID(), ...facts }) => {
      main.people = [...main.people.filter((person) => person.id !== id), { id, ...facts }];
      return main.people;
    },
    "people:delete": ({ personId }) => {
      main.people = main.people.filter((person) => person.id !== personId);
      return main.people;
    },
    "phrases:list": () => main.phrases,
    "phrases:save": ({ id = crypto.randomUUID(), text }) => {
      const others = main.phrases.phrases.filter((phrase) => phrase.id !== id);
      main.phrases = { ...main.phrases, phrases: [...others, { id, text, uses: 0 }] };
      return main.phrases;
    },
    "phrases:delete": ({ phraseId }) => {
      main.phrases = { ...main.phrases, phrases: main.phrases.phrases.filter((phrase) => phrase.id !== phraseId) };
      return main.phrases;
    },
    "phrases:used": () => null,
    "phrases:forget": ({ text }) => {
      main.phrases = { ...main.phrases, learned: main.phrases.learned.filter((sentence) => sentence.text !== text) };
      return main.phrases;
    },
  } satisfies Partial<Handlers>;
}
