import { resolve } from "node:path";
import { isoDate } from "../../shared/domain/date.ts";
import type { MeetingSummary } from "../../shared/domain/meeting.ts";
import { meetingProposal } from "../../shared/domain/template.ts";
import { describeError } from "../../shared/error-text.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { App } from "../compose-app.ts";
import { meetingToFile } from "../import/write.ts";
import { invalidInput } from "../ipc/encode-error.ts";
import type { Answers } from "./answers.ts";
import { type CommandName, type Invocation, UsageError } from "./arguments.ts";
import { checkAll } from "./check.ts";
import { CommandFailure, getMeetingByPrefix } from "./find-meeting.ts";
import { meetingText, stateNames } from "./show.ts";
import { syncFolder } from "./sync.ts";
import { oneLine, type Terminal, toJson } from "./terminal.ts";

/** What a command works with. `answers` are set before the handler that would ask a person. */
export type Session = { app: App; answers: Answers; terminal: Terminal; invocation: Invocation };

/** Each command over the window's own handlers. A failure is thrown; what is printed by then stays printed. */
export const runCommand: Record<Exclude<CommandName, "help">, (session: Session) => Promise<void>> = {
  new: createMeeting,
  import: importMeeting,
  list: listMeetings,
  show: showMeeting,
  export: exportReferat,
  previous: addPrevious,
  sync: runSync,
  check: runCheck,
};

async function createMeeting({ app, terminal, invocation }: Session): Promise<void> {
  const { date, title, minuteTaker, json } = invocation;
  if (date !== undefined && !isoDate.safeParse(date).success) throw new UsageError("--date skal være en dato som 2026-03-10.");
  const proposal = await app.handlers["meetings:propose"](date === undefined ? {} : { date });
  const wanted = { ...proposal, ...(title === undefined ? {} : { title }), ...(minuteTaker === undefined ? {} : { minuteTaker }) };
  const parsed = meetingProposal.safeParse(wanted);
  if (!parsed.success) throw invalidInput(parsed.error, wanted);
  const meeting = await app.handlers["meetings:create"](parsed.data);
  terminal.print(json ? toJson({ id: meeting.id, date: meeting.date, title: meeting.title }) : meeting.id);
}

async function importMeeting({ app, answers, terminal, invocation }: Session): Promise<void> {
  answers.open = resolve(invocation.argument);
  const meeting = await app.handlers["meetings:import"]({});
  if (meeting === null) return;
  const same = (other: MeetingSummary): boolean =>
    other.id !== meeting.id && other.date === meeting.date && other.start === meeting.start && other.title === meeting.title;
  const twin = (await app.handlers["meetings:list"]({})).find(same);
  if (twin !== undefined)
    terminal.note(`Advarsel: "${meeting.title}" ${meeting.date} fandtes i forvejen (${twin.id.slice(0, 8)}); nu er det der to gange.`);
  terminal.print(invocation.json ? toJson({ id: meeting.id, date: meeting.date, title: meeting.title }) : meeting.id);
}

async function listMeetings({ app, terminal, invocation }: Session): Promise<void> {
  const meetings = await app.handlers["meetings:list"]({});
  if (invocation.json) return terminal.print(toJson(meetings));
  for (const { id, date, state, title } of meetings) terminal.print(`${id}  ${date}  ${stateNames[state].padEnd(8)}  ${oneLine(title)}`);
}

async function showMeeting({ app, terminal, invocation }: Session): Promise<void> {
  const { id } = await getMeetingByPrefix(app, invocation.argument);
  const meeting = await app.handlers["meetings:get"]({ meetingId: id });
  terminal.print(invocation.json ? toJson(meetingToFile(meeting, await app.handlers["people:list"]({}))) : meetingText(meeting));
}

async function exportReferat({ app, answers, terminal, invocation }: Session): Promise<void> {
  const { id } = await getMeetingByPrefix(app, invocation.argument);
  const { form, edition, format } = invocation;
  const path = resolve(invocation.out);
  answers.saveAs = path;
  const result = await app.handlers["referat:export"]({ meetingId: id, form, edition, format });
  if (result === null) return;
  const { pages, bytes, warnings } = result;
  for (const warning of warnings) terminal.note(`Advarsel: ${warning}`);
  terminal.print(
    invocation.json
      ? toJson({ id, path, pages, bytes, warnings })
      : `${path}${pages === null ? "" : ` (${counted(pages, "side", "sider")})`}`,
  );
}

async function addPrevious({ app, terminal, invocation }: Session): Promise<void> {
  const { id } = await getMeetingByPrefix(app, invocation.argument);
  const { title, number, attachmentId, withoutClosed } = await app.handlers["referat:add-previous"]({ meetingId: id });
  const added = attachmentId !== null;
  if (withoutClosed) terminal.note("Advarsel: mødets lukkede punkter er ikke med i bilaget.");
  terminal.print(invocation.json ? toJson({ id, title, number, added }) : `${title} ligger ${added ? "" : "allerede "}ved Punkt ${number}`);
}

async function runSync({ app, answers, terminal, invocation }: Session): Promise<void> {
  const { result, error, told } = await syncFolder(app, answers, resolve(invocation.folder));
  for (const each of told) terminal.note(`Advarsel: ${oneLine(describeError(each))}`);
  terminal.print(JSON.stringify(result));
  if (error !== null) throw new AppFailure(error);
  if (result.pending > 0) throw new CommandFailure(describeError({ kind: "folder-absent" }));
}

async function runCheck({ app, terminal, invocation }: Session): Promise<void> {
  const result = checkAll(app);
  const { ok, meetings, items, attachments, contents, damage } = result;
  if (invocation.json) terminal.print(toJson(result));
  else if (ok)
    terminal.print(
      `I orden: ${counted(meetings, "møde", "møder")}, ${counted(items, "punkt", "punkter")}, ${attachments} bilag (${counted(contents, "fil", "filer")}).`,
    );
  if (!ok) throw new CommandFailure(damage.join(" "));
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
