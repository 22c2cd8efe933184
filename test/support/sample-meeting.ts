import { readFileSync } from "node:fs";
import { meetingFile } from "../../shared/domain/meeting-file.ts";
import type { RichText } from "../../shared/domain/rich-text.ts";
import { parseSmallMarkdown } from "../../shared/domain/small-markdown.ts";

/** A punkt as a referent types it. */
export type TypedItem = {
  number: number;
  title: string;
  minutes: number | null;
  agendaText: RichText;
  recommendations: string[];
  decision: RichText;
};

export type TypedMeeting = { date: string; title: string; minuteTaker: string; items: TypedItem[] };

const formatted = (text: string | RichText): RichText => (typeof text === "string" ? parseSmallMarkdown(text) : text);

/** The meeting of 10 March 2026, as it lies in `resources/samples/`. */
export function sampleMeeting(): TypedMeeting {
  const path = new URL("../../resources/samples/raadmandsmoede-2026-03-10.json", import.meta.url);
  const { date, title, minuteTaker, categories } = meetingFile.parse(JSON.parse(readFileSync(path, "utf8")));
  const items = categories.flatMap((category) => category.items);
  return {
    ...{ date, title, minuteTaker },
    items: items.map((item, index) => ({
      ...{ number: item.number ?? index + 1, title: item.title, minutes: item.minutes, recommendations: item.recommendations },
      agendaText: formatted(item.agendaText),
      decision: formatted(item.decision),
    })),
  };
}
