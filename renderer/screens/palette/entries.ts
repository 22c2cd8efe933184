import {
  CalendarDays,
  Circle,
  CornerDownRight,
  History,
  Lock,
  type LucideIcon,
  Pilcrow,
  TextQuote,
  UserRound,
  UsersRound,
} from "lucide-react";
import { dayAndMonth, longDate } from "../../../shared/domain/date.ts";
import type { DecisionListing } from "../../../shared/domain/decision-listing.ts";
import type { FollowUpListing } from "../../../shared/domain/follow-up-view.ts";
import type { KnownName } from "../../../shared/domain/known-name.ts";
import { itemsOf, type MeetingSummary, type MeetingView } from "../../../shared/domain/meeting.ts";
import type { MenuCommand } from "../../../shared/ipc/events.ts";
import { commandFaces } from "../../app/commands.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { texts } from "../../app/texts.ts";
import { matchScore } from "./match.ts";

const words = liveTexts.palette;

/** What a line does when it is chosen. */
export type PaletteAct =
  | { kind: "command"; command: MenuCommand }
  | { kind: "insert"; text: string }
  | { kind: "item"; itemId: string }
  | { kind: "follow-up"; meetingId: string; itemId: string }
  | { kind: "decision"; meetingId: string; itemId: string }
  | { kind: "owner"; owner: string }
  | { kind: "meeting"; meetingId: string };

/** One line: `keys` at its right teaches the shorter way. */
export type PaletteEntry = { id: string; text: string; detail: string; keys: string | null; icon: LucideIcon; act: PaletteAct };
export type PaletteGroup = { title: string; entries: readonly PaletteEntry[] };

/** What there is to find. `meeting` is the open one; phrases and names can be written while its text is on the screen and not locked. */
export type PaletteSources = {
  available: ReadonlySet<string>;
  meeting: MeetingView | null;
  /** `followUp` tells of a phrase that becomes one when it is written. */
  phrases: readonly { text: string; uses: number; followUp: boolean }[];
  people: readonly KnownName[];
  followUps: readonly FollowUpListing[];
  meetings: readonly MeetingSummary[];
  /** Those that fit what is typed after "?". */
  decisions: readonly DecisionListing[];
};

/** `also` are words that every line of the source is found by. */
type Source = { title: string; entries: PaletteEntry[]; most: number; also?: string };

const many = 100;
const quoteLength = 48;

/** The lines for what is typed: "#" only punkter, "@" only people and units, "?" only earlier decisions and meetings, else all kinds, a few of each. */
export function paletteGroups(typed: string, sources: PaletteSources): PaletteGroup[] {
  const sign = typed.trimStart().slice(0, 1);
  const rest = typed.trimStart().slice(1);
  if (sign === "#") return matching(rest, [{ ...itemSource(sources), most: many }]);
  if (sign === "@") return matching(rest, [peopleSource(sources)]);
  if (sign === "?") return [...decisionGroup(sources), ...matching(rest, [meetingSource(sources)])];
  return matching(typed, [commandSource(sources), phraseSource(sources), itemSource(sources), followUpSource(sources)]);
}

/** The typed words that a line is to show where it fits. */
export function typedWords(typed: string): string {
  return typed.trimStart().replace(/^[#@?]/, "");
}

function matching(typed: string, groups: readonly Source[]): PaletteGroup[] {
  const fitting = groups.map(({ title, entries, most, also = "" }) => ({ title, entries: best(typed, entries, also).slice(0, most) }));
  return fitting.filter((group) => group.entries.length > 0);
}

function best(typed: string, entries: readonly PaletteEntry[], also: string): PaletteEntry[] {
  const scored = entries.map((entry) => ({ entry, score: matchScore(typed, entry.text, `${entry.detail} ${also}`) }));
  const fitting = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return fitting.map(({ entry }) => entry);
}

function commandSource({ available, meeting }: PaletteSources): Source {
  const commands = (Object.keys(commandFaces) as MenuCommand[]).filter((command) => command !== "palette" && available.has(command));
  const entries = commands.map((command): PaletteEntry => {
    const { text, icon, keys = null } = commandFaces[command];
    const previous = command === "approve-previous" ? meeting?.previous : null;
    return { id: command, text, detail: previous ? dayAndMonth(previous.date) : "", keys, icon, act: { kind: "command", command } };
  });
  return { title: words.actions, entries, most: many };
}

function phraseSource({ meeting, phrases }: PaletteSources): Source {
  if (meeting === null || meeting.locked) return { title: words.phrases, entries: [], most: 0 };
  const mostUsed = phrases.toSorted((a, b) => b.uses - a.uses);
  const entries = mostUsed.map(
    ({ text, followUp }): PaletteEntry => ({
      id: `/${text}`,
      text,
      detail: followUp ? words.becomesFollowUp : "",
      keys: "/",
      icon: TextQuote,
      act: { kind: "insert", text },
    }),
  );
  return { title: words.phrases, entries, most: 4 };
}

function itemSource({ meeting }: PaletteSources): Source {
  const entries = itemsOf(meeting ?? { categories: [] }).map(({ id, number, title }): PaletteEntry => {
    const keys = number < 10 ? `Ctrl ${number}` : null;
    return { id, text: `${number} ${title || texts.agenda.untitled}`, detail: "", keys, icon: Pilcrow, act: { kind: "item", itemId: id } };
  });
  return { title: words.items, entries, most: 8 };
}

function followUpSource({ followUps }: PaletteSources): Source {
  const entries = followUps.map(({ id, text, owners, meetingId, meetingDate, itemId, itemNumber }): PaletteEntry => {
    const from = `${longDate(meetingDate)}, ${words.punkt(itemNumber)}`;
    const detail = owners.length === 0 ? from : `${owners.join(", ")} · ${from}`;
    return { id, text, detail, keys: null, icon: Circle, act: { kind: "follow-up", meetingId, itemId } };
  });
  return { title: words.followUps, entries, most: 4, also: words.followUps };
}

function peopleSource({ meeting, people }: PaletteSources): Source {
  const canWrite = meeting !== null && !meeting.locked;
  const entries = people.map(({ initials, name, kind }): PaletteEntry => {
    const written = initials || name;
    const act: PaletteAct = canWrite ? { kind: "insert", text: written } : { kind: "owner", owner: written };
    const detail = initials === "" ? "" : name;
    const icon = canWrite ? (kind === "unit" ? UsersRound : UserRound) : CornerDownRight;
    return { id: `@${kind}${initials}${name}`, text: written, detail, keys: canWrite ? "@" : null, icon, act };
  });
  return { title: words.people, entries, most: many };
}

/** Found by main, which has all of their text. */
function decisionGroup({ decisions }: PaletteSources): PaletteGroup[] {
  const entries = decisions.map(({ meetingId, meetingDate, itemId, itemNumber, itemTitle, closed, quote }): PaletteEntry => {
    const place = itemNumber === null ? itemTitle : `${words.punkt(itemNumber)}, ${itemTitle}`;
    const detail = [longDate(meetingDate), place, closed ? texts.agenda.closed.toLowerCase() : ""].filter((part) => part !== "");
    const act: PaletteAct = { kind: "decision", meetingId, itemId };
    return { id: `?${itemId}`, text: shortened(quote), detail: detail.join(" · "), keys: null, icon: closed ? Lock : History, act };
  });
  return entries.length === 0 ? [] : [{ title: words.earlier, entries }];
}

/** So much of a decision that when and where it was made stands beside it. */
function shortened(quote: string): string {
  return quote.length <= quoteLength ? quote : `${quote.slice(0, Math.max(quote.lastIndexOf(" ", quoteLength), 1))} …`;
}

function meetingSource({ meetings }: PaletteSources): Source {
  const latestFirst = meetings.toSorted((a, b) => b.date.localeCompare(a.date));
  const entries = latestFirst.map(({ id, title, date, cases }): PaletteEntry => {
    const detail = [longDate(date), ...cases].join(" · ");
    return { id: `?${id}`, text: title, detail, keys: null, icon: CalendarDays, act: { kind: "meeting", meetingId: id } };
  });
  return { title: words.meetings, entries, most: many };
}
