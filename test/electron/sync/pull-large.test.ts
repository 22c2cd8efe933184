import { describe, expect, it } from "vitest";
import { createMeeting, getMeeting } from "../../../electron/meetings/repository.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { longestTurn } from "../../support/longest-turn.ts";
import { paragraphs } from "../../support/meetings.ts";
import { putBlob } from "../../support/put-blob.ts";
import { newMeeting, type Office, openOffice, tempDir } from "./office.ts";

const sentence = "Rådmanden tog orienteringen til efterretning og besluttede, at sagen forelægges udvalget til drøftelse. ";

/** A meeting of some hundred pages: 40 punkter with 7,500 characters and a bilag of 1 MB each. */
function makeLarge({ store }: Office): string {
  const [category] = newMeeting(store.dataDir).categories;
  const [item] = category?.items ?? [];
  if (category === undefined || item === undefined) throw new Error("no punkt to make more of");
  const text = paragraphs(...Array.from({ length: 18 }, () => sentence.repeat(4)));
  const items = Array.from({ length: 40 }, (_, at) => ({
    ...item,
    title: `Punkt ${at}`,
    decision: text,
    attachments: [
      {
        ...{ title: `Bilag ${at}`, fileName: `bilag-${at}.pdf`, mediaType: "application/pdf" as const },
        ...putBlob(store.dataDir, Buffer.concat([Buffer.from(`%PDF-1.4 ${at}\n`), Buffer.alloc(1_000_000, at)])),
      },
    ],
  }));
  const large = { ...newMeeting(store.dataDir), title: "Rådmandsmøde d. 17. marts", date: "2026-03-17" };
  return store.write((db, edit) => createMeeting(db, edit, { ...large, categories: [{ ...category, items }] }));
}

describe("a meeting of a hundred pages with 40 bilag", () => {
  it("is taken in a little at a time, so that the window is never held up for long", async () => {
    const share = tempDir("share");
    const [martin, anna] = [openOffice(), openOffice({ attachments: [] })];
    for (const { publisher } of [martin, anna]) await publisher.choose(share);
    const id = makeLarge(martin);
    await martin.publisher.publish(id);
    const longest = await longestTurn(async () => {
      expect(await anna.publisher.pull()).toEqual({ received: [id], told: [], error: null });
    });
    expect(itemsOf(anna.store.read((db) => getMeeting(db, id)))).toHaveLength(40);
    // The longest is the one transaction in which it is stored.
    expect(longest).toBeLessThan(1 / 4);
  });
});
