import type { ReferatEdition } from "../../shared/domain/edition.ts";
import type { MeetingView } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { AppContext } from "../context.ts";
import { getMeeting } from "../meetings/repository.ts";
import { listPhrases } from "../phrases/repository.ts";
import { getSettings } from "../settings/repository.ts";
import { assertChosen } from "../siblings/choose.ts";
import { findLeak, type OpenRules } from "./leaks.ts";
import { openEdition } from "./open-edition.ts";

/** What a referat is made from. `meeting` is what the edition holds; `whole` also what the open one must not hold. */
export type ReferatSource = { edition: ReferatEdition; meeting: MeetingView; whole: MeetingView; organisation: string; rules: OpenRules };

/** The meeting as it stands in the database now, all read in one snapshot. Throws AppFailure `not-found`, or `two-versions` when it says two things. */
export function readSource({ store }: Pick<AppContext, "store">, meetingId: string, edition: ReferatEdition = "full"): ReferatSource {
  return store.read((db) => {
    const whole = getMeeting(db, meetingId);
    assertChosen(db, meetingId);
    const { organisation, publicContacts, tellClosed } = getSettings(db);
    const meeting = edition === "open" ? openEdition(whole, { tellClosed }) : whole;
    const phrases = listPhrases(db).phrases.map(({ text }) => text);
    return { edition, meeting, whole, organisation, rules: { phrases, publicContacts } };
  });
}

/** Throws AppFailure `referat-leaks` when the open edition holds what is closed: in its `text`, or in what stands outside of it. */
export function assertNoLeak({ edition, whole, rules }: ReferatSource, text: string, strings: readonly string[]): void {
  if (edition !== "open") return;
  const read = { pages: [{ own: text, all: text }], bookmarks: [], tagged: true, strings: [...strings], embedded: [], missingFonts: [] };
  const leak = findLeak(whole, rules, read);
  // The file has no pages, so what was found on its first is in the text.
  if (leak !== null) throw new AppFailure({ kind: "referat-leaks", ...leak, place: leak.place.replace(/(^|; )side \d+/g, "$1i teksten") });
}

/** Throws AppFailure `referat-leaks` when the name that a file of the open edition is to have tells what is closed. */
export function assertOpenName({ edition, whole, rules }: ReferatSource, fileName: string): void {
  if (edition !== "open") return;
  const read = { pages: [], bookmarks: [], tagged: true, strings: [fileName], embedded: [], missingFonts: [] };
  const leak = findLeak(whole, rules, read);
  if (leak !== null)
    throw new AppFailure({ kind: "referat-leaks", ...leak, place: leak.place.replace("filens oplysninger", "filens navn") });
}
