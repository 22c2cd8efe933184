import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../../electron/cli/run.ts";
import { createHistoryHandlers } from "../../../electron/history/handlers.ts";
import { createMeeting, getMeeting } from "../../../electron/meetings/repository.ts";
import { applyChanges } from "../../../electron/meetings/save-fields.ts";
import { approvePrevious } from "../../../electron/meetings/states.ts";
import { readSource } from "../../../electron/referat/source.ts";
import { createSiblingHandlers } from "../../../electron/siblings/handlers.ts";
import { setDeleted } from "../../../electron/store/registers.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { plainText } from "../../../shared/domain/rich-text.ts";
import type { Twofold } from "../../../shared/domain/twofold.ts";
import { describeError } from "../../../shared/error-text.ts";
import { AppFailure } from "../../../shared/errors.ts";
import { paragraphs } from "../../support/meetings.ts";
import { testContext } from "../../support/store.ts";
import { newMeeting, type Office, openOffice, tempDir } from "../sync/office.ts";

type Handlers = ReturnType<typeof createSiblingHandlers>;
type Both = { id: string; itemId: string; martin: Office; anna: Office };

/** Both write the decision and the first at-point of the same punkt, and both take in what the other wrote. */
async function twoVersions(): Promise<Both> {
  const share = tempDir("share");
  const [martin, anna] = [openOffice(), openOffice({ attachments: [] })];
  for (const { publisher } of [martin, anna]) await publisher.choose(share);
  const id = martin.meetingId;
  await martin.publisher.publish(id);
  await anna.publisher.pull();
  const [item] = itemsOf(martin.store.read((db) => getMeeting(db, id)));
  const [point] = item?.recommendations ?? [];
  const itemId = item?.id ?? "";
  for (const [office, name] of [
    [martin, "Martins"],
    [anna, "Annas"],
  ] as const) {
    office.store.write((db, edit) =>
      applyChanges(db, edit, id, [
        { entity: "item", id: itemId, field: "decision", value: paragraphs(`${name} beslutning.`) },
        { entity: "item", id: itemId, field: "recommendations", value: [{ id: point?.id ?? "", text: `${name} indstilling` }] },
      ]),
    );
    await office.publisher.publish(id);
  }
  await Promise.all([martin.publisher.pull(), anna.publisher.pull()]);
  return { id, itemId, martin, anna };
}

const handlersOf = ({ store }: Office): Handlers => createSiblingHandlers(testContext(store));
const list = async (handlers: Handlers, meetingId: string): Promise<Twofold[]> => handlers["siblings:list"]({ meetingId });
const registerOf = ({ entity, id, field }: Twofold, meetingId: string) => ({ meetingId, entity, id, field });
const decisionOf = ({ store }: Office, id: string): string =>
  plainText(itemsOf(store.read((db) => getMeeting(db, id)))[0]?.decision ?? paragraphs());

function failureOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AppFailure) return describeError(error.appError);
    throw error;
  }
  return "";
}

describe("what was written twice", () => {
  it("keeps the referat from being made and the meeting from being approved, and names the punkt", async () => {
    const { id, martin } = await twoVersions();
    const told = failureOf(() => readSource(martin, id));
    expect(told).toBe(
      "Der er to udgaver af det, der står i punkt 1. Begge er gemt. Vælg i Afslut mødet, hvilken der gælder, og prøv igen.",
    );
    const { title, date } = { title: "Rådmandsmøde d. 17. marts", date: "2026-03-17" };
    const next = martin.store.write((db, edit) => createMeeting(db, edit, { ...newMeeting(martin.store.dataDir), title, date }));
    const approve = () => martin.store.write((db, edit) => approvePrevious(db, edit, next).previous?.state);
    expect(failureOf(approve)).toBe(told);
    const handlers = handlersOf(martin);
    for (const twofold of await list(handlers, id)) {
      const { actor, counter } = twofold.versions[1] ?? { actor: "", counter: 0 };
      await handlers["siblings:choose"]({ ...registerOf(twofold, id), choice: { actor, counter } });
    }
    expect(failureOf(() => readSource(martin, id))).toBe("");
    expect(approve()).toBe("approved");
    const [item] = itemsOf(martin.store.read((db) => getMeeting(db, id)));
    expect([plainText(item?.decision ?? paragraphs()), item?.recommendations[0]?.text]).toEqual(["Annas beslutning.", "Annas indstilling"]);
  });

  it("ends an export from the command line with 1 and a line that names the punkt, and leaves no file", async () => {
    const { id, martin } = await twoVersions();
    const notes: string[] = [];
    const out = join(tempDir("out"), "referat.pdf");
    const terminal = { print: () => undefined, note: (line: string) => notes.push(line) };
    const argv = ["export", id, "--out", out, "--data", martin.store.dataDir];
    expect(await runCli(argv, terminal, new URL("../../../dist/electron/cli.js", import.meta.url).href)).toBe(1);
    expect(notes).toEqual([expect.stringMatching(/^Der er to udgaver af det, der står i punkt 1\. /)]);
    expect(existsSync(out)).toBe(false);
  });

  it("is chosen once for everyone: the other PC takes the choice over, also that of its own words", async () => {
    const { id, martin, anna } = await twoVersions();
    const handlers = handlersOf(martin);
    const register = async (field: string) => (await list(handlers, id)).find((each) => each.field === field) as Twofold;
    const own = (await register("decision")).versions[0] ?? { actor: "", counter: 0 };
    await handlers["siblings:choose"]({
      ...registerOf(await register("decision"), id),
      choice: { actor: own.actor, counter: own.counter },
    });
    const text = await register("text");
    await handlers["siblings:choose"]({ ...registerOf(text, id), choice: "all" });
    await martin.publisher.publish(id);
    await anna.publisher.pull();
    expect(await list(handlersOf(anna), id)).toEqual([]);
    expect(decisionOf(anna, id)).toBe("Martins beslutning.");
  });

  it("can stand after one another, and the choice can be taken back", async () => {
    const { id, martin } = await twoVersions();
    const handlers = handlersOf(martin);
    const before = await list(handlers, id);
    const decision = before.find(({ field }) => field === "decision") as Twofold;
    const { twofold, meeting } = await handlers["siblings:choose"]({ ...registerOf(decision, id), choice: "all" });
    expect(plainText(itemsOf(meeting)[0]?.decision ?? paragraphs())).toBe("Martins beslutning.\nAnnas beslutning.");
    expect(twofold.map(({ field }) => field)).toEqual(["text"]);
    await handlers["siblings:undo"](registerOf(decision, id));
    expect(decisionOf(martin, id)).toBe("Martins beslutning.");
    const words = (all: Twofold[]) => all.map(({ field, versions }) => [field, versions.map(({ value }) => value)]);
    expect(words(await list(handlers, id))).toEqual(words(before));
  });

  it("stands in the history when it was not chosen, and can be brought back from there", async () => {
    const { id, itemId, martin } = await twoVersions();
    const handlers = handlersOf(martin);
    const history = createHistoryHandlers(testContext(martin.store));
    for (const twofold of await list(handlers, id)) {
      const { actor, counter } = twofold.versions[0] ?? { actor: "", counter: 0 };
      await handlers["siblings:choose"]({ ...registerOf(twofold, id), choice: { actor, counter } });
    }
    const past = async (field: "decision" | "recommendations"): Promise<unknown[]> => {
      const entries = await history["history:list"]({ meetingId: id, itemId, field });
      return Promise.all(entries.map((entry) => history["history:value"]({ revisionId: entry.id })));
    };
    const decisions = (await past("decision")).map((value) => plainText(value as ReturnType<typeof paragraphs>));
    expect(decisions).toEqual(["", "Martins beslutning.", "Annas beslutning.", "Martins beslutning."]);
    const points = (await past("recommendations")).map((value) => (value as { text: string }[])[0]?.text);
    expect(points.slice(-3)).toEqual(["Martins indstilling", "Annas indstilling", "Martins indstilling"]);
    const entries = await history["history:list"]({ meetingId: id, itemId, field: "decision" });
    await history["history:restore"]({ revisionId: entries.at(-2)?.id ?? 0 });
    expect(decisionOf(martin, id)).toBe("Annas beslutning.");
  });

  it("is no more when its punkt is deleted, and there again with it", async () => {
    const { id, itemId, martin } = await twoVersions();
    martin.store.write((db, edit) => setDeleted(db, edit, "item", itemId, true));
    expect(await list(handlersOf(martin), id)).toEqual([]);
    expect(failureOf(() => readSource(martin, id))).toBe("");
    martin.store.write((db, edit) => setDeleted(db, edit, "item", itemId, false));
    expect(await list(handlersOf(martin), id)).toHaveLength(2);
  });

  it("refuses a version that is not there", async () => {
    const { id, martin } = await twoVersions();
    const handlers = handlersOf(martin);
    const [twofold] = await list(handlers, id);
    const choice = { actor: id, counter: 1 };
    expect(() => handlers["siblings:choose"]({ ...registerOf(twofold as Twofold, id), choice })).toThrow("not-found");
    expect(await list(handlers, id)).toHaveLength(2);
  });
});
