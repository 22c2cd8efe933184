import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { composeReferat } from "../../electron/referat/compose.ts";
import { createTypesetter } from "../../electron/referat/engine.ts";
import { findLeak } from "../../electron/referat/leaks.ts";
import { lettersOf } from "../../electron/referat/letters.ts";
import { makeHtml } from "../../electron/referat/make-html.ts";
import { makeJson } from "../../electron/referat/make-json.ts";
import { openEdition } from "../../electron/referat/open-edition.ts";
import { checkReferat, createReadBack, type ReadBack } from "../../electron/referat/read-back.ts";
import type { ReferatSource } from "../../electron/referat/source.ts";
import type { Typesetter } from "../../electron/referat/typesetter.ts";
import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import { rich } from "../electron/referat/meetings.ts";
import { type Marked, markedMeeting } from "../electron/referat/random-meetings.ts";
import { pick, type Random, type SoakOptions, type SoakResult, seeded } from "./result.ts";

/** One in so many is set as a PDF and read again; all are made as HTML, JSON and document. */
const pdfEvery = 20;
const rules = { phrases: [], publicContacts: [] };

type Engines = { typesetter: Typesetter; readBack: ReadBack };

/** What was found in all runs; what each means stands at `soakLeaks`. */
type Counts = { lost: number; unreported: number; failedToOpen: number; falseAlarms: number; planted: number; pdfs: number };

/**
 * Random meetings, open and closed punkter in any order. `lost`: open words that an open edition did not hold. `unreported`: closed words
 * that stood in one, and sentences of a closed punkt written into an open one that no check found. `failedToOpen`: files that were not
 * as they were set. `falseAlarms`: editions without anything closed that were refused.
 */
export async function soakLeaks({ runs, seed, onRun }: SoakOptions): Promise<SoakResult> {
  const root = new URL("../../", import.meta.url);
  const workerUrl = new URL("electron/referat/typeset-worker.ts", root);
  const typesetter = createTypesetter({ workerUrl, resourcesDir: fileURLToPath(new URL("resources", root)) });
  const readBack = createReadBack({ workerUrl });
  const counts: Counts = { lost: 0, unreported: 0, failedToOpen: 0, falseAlarms: 0, planted: 0, pdfs: 0 };
  const random = seeded(seed);
  try {
    for (let done = 0; done < runs; done += 1) {
      const [marked] = fc.sample(markedMeeting, { seed: random(2 ** 31), numRuns: 1 }) as [Marked];
      const tellClosed = random(2) === 0;
      checkTexts(marked, tellClosed, counts);
      plantSentence(marked.meeting, random, counts);
      if (done % pdfEvery === 0) await checkPdf(marked, tellClosed, { typesetter, readBack }, counts);
      onRun?.(done + 1);
    }
  } finally {
    await typesetter.close();
    await readBack.close();
  }
  return { soak: "leaks", runs, ...counts };
}

function sourceOf(whole: MeetingView, tellClosed: boolean): ReferatSource {
  return { edition: "open", whole, meeting: openEdition(whole, { tellClosed }), organisation: "Aarhus Kommune", rules };
}

function checkTexts({ meeting, hidden, shown }: Marked, tellClosed: boolean, counts: Counts): void {
  const source = sourceOf(meeting, tellClosed);
  const collected = JSON.stringify(composeReferat(source.meeting, { organisation: "" }));
  const made = [
    collected,
    JSON.stringify(composeReferat(source.meeting, { organisation: "", form: "short" })),
    tried(() => makeHtml(source, "collected"), counts),
    tried(() => makeHtml(source, "short"), counts),
    tried(() => makeJson(source, "bilag", [], bilagOf(source.meeting)).json, counts),
  ];
  counts.unreported += hidden.filter((word) => made.some((text) => text.includes(word))).length;
  counts.lost += shown.filter((word) => !collected.includes(word)).length;
}

function bilagOf(meeting: MeetingView): Map<string, string> {
  return new Map(itemsOf(meeting).flatMap(({ attachments }) => attachments.map(({ id, sha256 }) => [id, sha256])));
}

function tried(make: () => string, counts: Counts): string {
  try {
    return make();
  } catch (error) {
    counts[isLeak(error) ? "falseAlarms" : "failedToOpen"] += 1;
    return "";
  }
}

function isLeak(error: unknown): boolean {
  if (!(error instanceof AppFailure)) throw error;
  return error.appError.kind === "referat-leaks";
}

const words = [
  "borgeren",
  "grunden",
  "købes",
  "lejemålet",
  "afskediges",
  "advokaten",
  "på",
  "Havnegade",
  "tilbuddet",
  "12.500",
  "Ålborg",
  "straks",
];
const settings: ((sentence: string) => string)[] = [
  (sentence) => sentence,
  (sentence) => sentence.toUpperCase(),
  (sentence) => sentence.replaceAll(" ", "  "),
  (sentence) => sentence.replaceAll(" ", "\u00a0"),
  (sentence) => sentence.normalize("NFD"),
  (sentence) => sentence.replace(/(\p{L}{3})(\p{L}{3})/gu, "$1\u00ad$2"),
  (sentence) => `Jf. tidligere: "${sentence}", som sagt`,
];

/** A closed punkt's sentence of four words or more, written into an open punkt in some other setting, must be found. */
function plantSentence(meeting: MeetingView, random: Random, counts: Counts): void {
  const all = itemsOf(meeting);
  const [closed, open] = [all.find((item) => item.closed), all.find((item) => !item.closed)];
  if (closed === undefined || open === undefined) return;
  const sentence = Array.from({ length: 4 + random(6) }, () => pick(random, words))
    .join(" ")
    .replace(".", " ");
  const whole: MeetingView = {
    ...meeting,
    categories: meeting.categories.map((category) => ({
      ...category,
      items: category.items.map((item) => {
        if (item === closed) return { ...item, decision: rich(`${sentence}.`) };
        return item === open ? { ...item, decision: rich(`Drøftet. ${pick(random, settings)(sentence)}.`) } : item;
      }),
    })),
  };
  counts.planted += 1;
  const text = JSON.stringify(composeReferat(openEdition(whole), { organisation: "" }));
  const read = { pages: [{ own: text, all: text }], bookmarks: [], tagged: true, strings: [], embedded: [], missingFonts: [] };
  if (findLeak(whole, rules, read)?.what !== "closed") counts.unreported += 1;
}

async function checkPdf(marked: Marked, tellClosed: boolean, { typesetter, readBack }: Engines, counts: Counts): Promise<void> {
  const document = composeReferat(sourceOf(marked.meeting, tellClosed).meeting, { organisation: "Aarhus Kommune" });
  const result = await typesetter.typeset(document);
  counts.pdfs += 1;
  try {
    await checkReferat(readBack, { result, whole: marked.meeting, rules });
  } catch (error) {
    counts[isLeak(error) ? "falseAlarms" : "failedToOpen"] += 1;
  }
  const read = await readBack.read(result.pdf);
  const text = lettersOf(JSON.stringify(read));
  counts.unreported += marked.hidden.filter((word) => text.includes(lettersOf(word))).length;
  counts.lost += marked.shown.filter((word) => !text.includes(lettersOf(word))).length;
}
