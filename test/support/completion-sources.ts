import { readFileSync } from "node:fs";
import type { CompletionSources } from "../../shared/domain/completion.ts";
import type { KnownName } from "../../shared/domain/known-name.ts";
import { plainText } from "../../shared/domain/rich-text.ts";
import type { SeedMeeting } from "./seed-decisions.ts";

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../resources/${path}`, import.meta.url), "utf8"));

/** What a new installation knows: the shipped phrases and people. */
export function shippedSources(): CompletionSources {
  const phrases = (read("phrases.json") as { text: string }[]).map(({ text }) => text);
  return { phrases, learned: [], people: read("people.json") as KnownName[], texts: [] };
}

/** The shipped sources, and the meeting's own agenda as it stands before the meeting. */
export function sourcesFor(meeting: SeedMeeting): CompletionSources {
  const texts = meeting.items.flatMap(({ title, agendaText, recommendations }) => [title, plainText(agendaText), ...recommendations]);
  return { ...shippedSources(), texts: texts.filter((text) => text.trim() !== "") };
}
