import { readFileSync } from "node:fs";
import { type MeetingFile, meetingFile } from "../../shared/domain/meeting-file.ts";
import { emptyRichText, type RichText } from "../../shared/domain/rich-text.ts";
import { parseSmallMarkdown } from "../../shared/domain/small-markdown.ts";

/** A punkt of real minutes with what was recommended and decided. */
export type SeedItem = { number: number; title: string; agendaText: RichText; recommendations: string[]; decision: RichText };
export type SeedMeeting = { name: string; items: SeedItem[] };

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The indstillinger of the two cases whose minutes lie as text in the packets, word for word from their bilag. */
const recommended: Record<string, string> = {
  "Opfølgning på Tættere på-investeringer (10 min)":
    "at rådmanden godkender det anbefalede koncept for opfølgning på Tættere på-investeringer.",
  "Opfølgning på temadrøftelse om efterværn (30 min)":
    "at Rådmanden godkender udviklingssporene, som opfølgning på temadrøftelsen om efterværn afholdt den 11. december 2023.",
};

/**
 * All minutes that the three public packets hold: the meeting of each, and the minutes of another meeting that lie in it (3 March
 * 2026 as a bilag; a "Referat" at the end of the two older ones).
 */
export function seedMeetings(): SeedMeeting[] {
  const march3 = read("test/fixtures/seeds/2026-03-10.txt").split("\n").slice(83, 128).join("\n");
  return [
    { name: "10. marts 2026", items: fromFile("resources/samples/raadmandsmoede-2026-03-10.json") },
    { name: "3. marts 2026", items: fromText(march3) },
    { name: "8. oktober 2024", items: fromFile("test/fixtures/meetings/2024-10-08.json") },
    { name: "Tættere på, 2024", items: fromText(lastReferat("2024-10-08")) },
    { name: "18. december 2023", items: fromFile("test/fixtures/meetings/2023-12-18.json") },
    { name: "Efterværn, januar 2024", items: fromText(lastReferat("2023-12-18")) },
  ];
}

function lastReferat(date: string): string {
  return (
    read(`test/fixtures/seeds/${date}.txt`)
      .split(/^ ?Referat$/m)
      .at(-1) ?? ""
  );
}

/** "Punkt 1: Dagsorden", and under it the decision in wrapped lines. */
function fromText(text: string): SeedItem[] {
  const sections = text.split(/^(?:Beslutning for )?Punkt (\d+): /m).slice(1);
  const items = new Map<number, SeedItem>();
  for (let index = 0; index + 1 < sections.length; index += 2) {
    const number = Number(sections[index]);
    const [title = "", ...lines] = (sections[index + 1] ?? "").split("\n");
    const decision = parseSmallMarkdown(unwrapped(lines.join("\n")));
    const recommendation = recommended[title];
    items.set(number, {
      ...{ number, title, agendaText: emptyRichText, decision },
      recommendations: recommendation === undefined ? [] : [recommendation],
    });
  }
  return [...items.values()];
}

function unwrapped(text: string): string {
  return text
    .trim()
    .replace(/\n(?!\n|- )(?<!\n\n)/g, " ")
    .replace(/^1\. /gm, "1\\. ");
}

function fromFile(path: string): SeedItem[] {
  const file: MeetingFile = meetingFile.parse(JSON.parse(read(path)));
  const formatted = (text: string | RichText): RichText => (typeof text === "string" ? parseSmallMarkdown(text) : text);
  return file.categories
    .flatMap(({ items }) => items)
    .map(({ title, recommendations, ...item }, index) => ({
      ...{ number: item.number ?? index + 1, title, recommendations },
      agendaText: formatted(item.agendaText),
      decision: formatted(item.decision),
    }));
}
