import { create } from "zustand";
import type { MeetingView } from "../../shared/domain/meeting.ts";
import type { ProofFinding } from "../../shared/domain/proof-read.ts";
import { writtenWords } from "../../shared/domain/written.ts";
import type { AppError } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";

/** Something that was done here, and the way back; false when it is too late for that. */
export type ClosingStep = { findingId: string; undo(): Promise<boolean> };

type ClosingState = {
  /** The meeting that all of this is about. */
  meetingId: string | null;
  /** The words of its text that are wrong, each with what surely was meant, or null. */
  wrongWords: WrongWords;
  checking: boolean;
  /** Why the text is not spelled through. */
  unspelled: AppError | null;
  /** Why something could not be remembered. */
  error: AppError | null;
  /** Findings that stay as they are; remembered on this PC. */
  kept: ReadonlySet<string>;
  /** Everything that was found since the meeting was opened, also what is solved by now. */
  seen: ReadonlyMap<string, ProofFinding>;
  steps: readonly ClosingStep[];
  /** The finding at hand, and its place in the list for when it goes. */
  chosen: { id: string; at: number };
  /** Begins with a meeting, or goes on with the one it was. */
  begin(meetingId: string): Promise<void>;
  /** Asks the dictionary about the words it was not asked about before. */
  checkWords(meeting: MeetingView): Promise<void>;
  /** The word is right from now on. False when it could not be remembered; the reason is then in `error`. */
  addWord(word: string): Promise<boolean>;
  see(findings: readonly ProofFinding[]): void;
  /** False when it could not be remembered; the reason is then in `error`. Also when it is on its way already. */
  setKept(findingId: string, kept: boolean): Promise<boolean>;
  choose(chosen: { id: string; at: number }): void;
  addStep(step: ClosingStep): void;
  takeStep(): ClosingStep | null;
  dismissError(): void;
};

/** As many words as one request takes. */
const wordsAtOnce = 2_000;

const fresh = {
  wrongWords: new Map(),
  checking: true,
  unspelled: null,
  error: null,
  kept: new Set<string>(),
  seen: new Map(),
  steps: [],
  chosen: { id: "", at: 0 },
};

const asked = new Set<string>();
const beingKept = new Set<string>();

/** *Afslut mødet*: what the dictionary says to the meeting's words, and what became of each thing that was found. */
export const useClosing = create<ClosingState>()((set, get) => ({
  meetingId: null,
  ...fresh,
  begin: async (meetingId) => {
    // Since the last time a word may have been let into the word list.
    asked.clear();
    if (get().meetingId === meetingId) return set({ checking: true });
    set({ meetingId, ...fresh });
    try {
      const kept = await call("findings:kept", { meetingId });
      if (get().meetingId === meetingId) set({ kept: new Set(kept) });
    } catch (thrown) {
      if (get().meetingId === meetingId) set({ error: shownError(thrown) });
    }
  },
  checkWords: async (meeting) => {
    const words = [...writtenWords(meeting)].filter((word) => !asked.has(word));
    for (const word of words) asked.add(word);
    // Those that were asked about before may still be on their way.
    if (words.length === 0 && asked.size > 0) return;
    set({ checking: true });
    try {
      const found = await findWrong(words, get().wrongWords);
      if (get().meetingId !== meeting.id) return;
      const others = [...get().wrongWords].filter(([word]) => !words.includes(word));
      set({ wrongWords: new Map([...others, ...found]), checking: false, unspelled: null });
    } catch (thrown) {
      if (get().meetingId !== meeting.id) return;
      for (const word of words) asked.delete(word);
      set({ checking: false, unspelled: shownError(thrown) });
    }
  },
  addWord: async (word) => {
    try {
      await call("spelling:add", { word });
      set({ wrongWords: new Map([...get().wrongWords].filter(([each]) => each !== word)), error: null });
      return true;
    } catch (thrown) {
      set({ error: shownError(thrown) });
      return false;
    }
  },
  see: (findings) => {
    const { seen } = get();
    if (findings.some((finding) => seen.get(finding.id) !== finding))
      set({ seen: new Map([...seen, ...findings.map((finding) => [finding.id, finding] as const)]) });
  },
  setKept: async (findingId, keep) => {
    const { meetingId } = get();
    if (meetingId === null || beingKept.has(findingId)) return false;
    beingKept.add(findingId);
    try {
      const kept = await call("findings:keep", { meetingId, finding: findingId, kept: keep });
      if (get().meetingId === meetingId) set({ kept: new Set(kept), error: null });
      return true;
    } catch (thrown) {
      if (get().meetingId === meetingId) set({ error: shownError(thrown) });
      return false;
    } finally {
      beingKept.delete(findingId);
    }
  },
  choose: (chosen) => set({ chosen }),
  addStep: (step) => set({ steps: [...get().steps, step] }),
  takeStep: () => {
    const step = get().steps.at(-1) ?? null;
    set({ steps: get().steps.slice(0, -1) });
    return step;
  },
  dismissError: () => set({ error: null }),
}));

type WrongWords = ReadonlyMap<string, string | null>;

/** One that can only have been meant as one other word is surely that. What was asked of a word before is not asked again. */
async function findWrong(words: readonly string[], before: WrongWords): Promise<[string, string | null][]> {
  const found: [string, string | null][] = [];
  for (let at = 0; at < words.length; at += wordsAtOnce) {
    const { wrong } = await call("spelling:check", { words: words.slice(at, at + wordsAtOnce) });
    for (const { word } of wrong) {
      const known = before.get(word);
      found.push([word, known === undefined ? await surelyMeant(word) : known]);
    }
  }
  return found;
}

async function surelyMeant(word: string): Promise<string | null> {
  const meant = await call("spelling:suggest", { word });
  return meant.length === 1 ? (meant[0] ?? null) : null;
}
