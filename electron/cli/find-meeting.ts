import type { MeetingSummary } from "../../shared/domain/meeting.ts";
import type { App } from "../compose-app.ts";
import { UsageError } from "./arguments.ts";

/** A failure that the command line words itself; the message is the one line. */
export class CommandFailure extends Error {}

const shortest = 4;

/** The meeting whose id begins with `prefix`. Throws {@link CommandFailure} when there is none, or more than one. */
export async function getMeetingByPrefix(app: App, prefix: string): Promise<MeetingSummary> {
  if (prefix.length < shortest) throw new UsageError(`Id'et "${prefix}" er for kort: mindst ${shortest} tegn.`);
  const found = (await app.handlers["meetings:list"]({})).filter((meeting) => meeting.id.startsWith(prefix.toLowerCase()));
  const [meeting, other] = found;
  if (meeting === undefined)
    throw new CommandFailure(`Intet møde har et id, der begynder med "${prefix}". referent list viser dem, der er.`);
  if (other !== undefined) throw new CommandFailure(`${found.length} møder har et id, der begynder med "${prefix}". Skriv flere tegn.`);
  return meeting;
}
