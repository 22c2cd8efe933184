import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nextTuesday } from "../../shared/domain/date.ts";
import { meetingTitle, seriesTitle } from "../../shared/domain/meeting-name.ts";
import { type AgendaTemplate, agendaTemplate, type MeetingProposal } from "../../shared/domain/template.ts";

/** The agenda template that ships with the app. A broken file is a fault of the build and throws a plain error. */
export function readTemplate(resourcesDir: string): AgendaTemplate {
  return agendaTemplate.parse(JSON.parse(readFileSync(join(resourcesDir, "templates", "raadmandsmoede.json"), "utf8")));
}

/** The day a new meeting is proposed for: the first Tuesday after today and after the latest planned meeting. */
export function proposedDate(today: string, latestPlanned: string | null): string {
  return nextTuesday(latestPlanned !== null && latestPlanned > today ? latestPlanned : today);
}

/** The calendar day where the referent sits, "2026-03-10". */
export function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

type Categories = MeetingProposal["categories"];

/** What *Nyt møde* puts before the referent for a date; what was postponed stands first among the cases of the day. */
export function proposeMeeting(
  template: AgendaTemplate,
  date: string,
  minuteTaker: string,
  postponed: Categories[number]["items"],
): MeetingProposal {
  return {
    seriesTitle: seriesTitle(template.seriesName, date),
    title: meetingTitle(template.name, date),
    date,
    start: template.start,
    end: template.end,
    place: template.place,
    minuteTaker,
    information: [],
    categories: template.categories.map(({ name, items }) => ({
      name,
      items: name === template.casesIn ? [...items, ...postponed] : items,
    })),
  };
}
