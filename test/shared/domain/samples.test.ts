import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { minuteTakerLine } from "../../../shared/domain/meeting.ts";
import { type MeetingFile, meetingFile } from "../../../shared/domain/meeting-file.ts";
import { plainText } from "../../../shared/domain/rich-text.ts";
import { parseSmallMarkdown, printSmallMarkdown } from "../../../shared/domain/small-markdown.ts";

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();
/** The seeds write bullets and bold in their own way; only the words are compared. */
const words = (text: string): string => squeezed(text.replace(/\*\*/g, "").replace(/^\s*[-•] /gm, ""));

const samples = [
  { date: "2026-03-10", path: "resources/samples/raadmandsmoede-2026-03-10.json", items: [1, 2, 3, 4, 5, 6, 7, 8] },
  { date: "2024-10-08", path: "test/fixtures/meetings/2024-10-08.json", items: [1, 2, 3, 4, 5, 6] },
  { date: "2023-12-18", path: "test/fixtures/meetings/2023-12-18.json", items: [1, 2, 5, 6, 7] },
];

function load(path: string): MeetingFile {
  return meetingFile.parse(JSON.parse(read(path)));
}

function textOf(field: MeetingFile["categories"][number]["items"][number]["decision"]): string {
  return words(plainText(typeof field === "string" ? parseSmallMarkdown(field) : field));
}

describe.each(samples)("the meeting of $date", ({ date, path, items }) => {
  const file = load(path);
  const seed = words(read(`test/fixtures/seeds/${date}.txt`));
  const all = file.categories.flatMap((category) => category.items);

  it("has the points and numbers of the original", () => {
    expect(all.map((item) => item.number)).toEqual(items);
    expect(file.date).toBe(date);
    for (const item of all)
      expect(seed).toContain(`Punkt ${item.number}: ${item.title}${item.minutes === null ? "" : ` (${item.minutes} min)`}`);
  });

  it("has each decision word for word, under its own heading", () => {
    for (const item of all) {
      const decision = textOf(item.decision);
      if (decision === "") continue;
      const minutes = item.minutes === null ? "" : ` (${item.minutes} min)`;
      expect(seed).toContain(`Punkt ${item.number}: ${item.title}${minutes} ${decision}`);
    }
  });

  it("has the other texts word for word", () => {
    for (const text of all.flatMap((item) => [textOf(item.agendaText), ...item.recommendations])) expect(seed).toContain(words(text));
    for (const line of [...file.information, minuteTakerLine(file.minuteTaker), file.place, file.series]) expect(seed).toContain(line);
  });

  it("is written as show --json would write it", () => {
    for (const item of all) {
      expect(typeof item.decision === "string" && printSmallMarkdown(parseSmallMarkdown(item.decision))).toBe(item.decision);
    }
  });
});

describe("the meeting of 10 March 2026", () => {
  const all = load("resources/samples/raadmandsmoede-2026-03-10.json").categories.flatMap((category) => category.items);

  it("has a decision for every point but the last, errors of the original included", () => {
    expect(all.map((item) => item.decision !== "")).toEqual([true, true, true, true, true, true, true, false]);
    expect(all[5]?.decision).toContain("i mangle tilfælde");
    expect(all[6]?.decision).toContain("at vi der lægges fem minutter");
    expect(all[2]?.decision).toContain("**FAS følger op.**");
  });

  it("names attachments that lie beside it", () => {
    const files = all.flatMap((item) => item.attachments);
    expect(files).toHaveLength(8);
    for (const { file } of files) expect(read(`resources/samples/${file}`).startsWith("%PDF-")).toBe(true);
  });
});
