import { describe, expect, it } from "vitest";
import { insertPerson } from "../../../electron/people/repository.ts";
import { putSetting } from "../../../electron/settings/repository.ts";
import { createSpellingHandlers } from "../../../electron/spelling/handlers.ts";
import { addWord, listAddedWords } from "../../../electron/spelling/repository.ts";
import { openStore } from "../../../electron/store/open.ts";
import type { Store } from "../../../electron/store/store.ts";
import type { Channel } from "../../../shared/ipc/channels.ts";
import { contract, type Handlers } from "../../../shared/ipc/contract.ts";
import { testClock, testContext, testFolder, testStore } from "../../support/store.ts";
import { openSpelling } from "./spelling.ts";

function requestsTo(store: Store): Pick<Handlers, Extract<Channel, `spelling:${string}`>> {
  return createSpellingHandlers(testContext(store, { spelling: openSpelling() }));
}

describe("the spelling requests", () => {
  it("know an added word until it is removed, over a restart too", async () => {
    const dataDir = testFolder();
    const first = openStore({ dataDir, clock: testClock() });
    const before = requestsTo(first);
    const input = { words: ["Fendinges", "igang"] };
    expect(await before["spelling:check"](input)).toEqual({
      wrong: [
        { word: "Fendinges", kind: "unknown" },
        { word: "igang", kind: "unknown" },
      ],
    });
    before["spelling:add"]({ word: "Fendinge" });
    before["spelling:add"]({ word: "Fendinge" });
    expect(before["spelling:list"]({})).toEqual(["Fendinge"]);
    first.close();

    const store = testStore(dataDir);
    const after = requestsTo(store);
    expect(await after["spelling:check"](input)).toEqual({ wrong: [{ word: "igang", kind: "unknown" }] });
    expect((await after["spelling:suggest"]({ word: "Fendige" }))[0]).toBe("Fendinge");
    after["spelling:remove"]({ word: "Fendinge" });
    expect(after["spelling:list"]({})).toEqual([]);
    expect(await after["spelling:check"](input)).toMatchObject({ wrong: [{ word: "Fendinges" }, { word: "igang" }] });
  });

  it("know the people and units by their names", async () => {
    const store = testStore();
    const requests = requestsTo(store);
    const words = ["Schjællerup", "Schjællerups", "Uhdholm"];
    expect((await requests["spelling:check"]({ words })).wrong).toHaveLength(3);
    const id = "ee97cc7f-4a9c-5dba-b29f-eae12ca5302f";
    store.write((db, edit) => insertPerson(db, edit, { id, kind: "person", initials: "JSU", name: "Jeanette Schjællerup-Uhdholm" }));
    store.write((db) => addWord(db, "Uhdholm"));
    expect((await requests["spelling:check"]({ words: [...words, "Schjællerup-Uhdholm"] })).wrong).toEqual([]);
  });

  it("refuse more words than a message may hold, and what is no word", () => {
    const refused = (channel: "spelling:check" | "spelling:add", input: unknown) => contract[channel].safeParse(input).success === false;
    expect(refused("spelling:check", { words: Array(2_001).fill("møde") })).toBe(true);
    expect(refused("spelling:check", { words: Array(2_000).fill("møde") })).toBe(false);
    for (const word of ["", "to ord", "x\u0000y", "a".repeat(81), "<b>", "😀"]) expect(refused("spelling:add", { word }), word).toBe(true);
    expect(refused("spelling:add", { word: "Kaastrup-Hansen" })).toBe(false);
  });

  it("add no more words than a check can carry", () => {
    const store = testStore();
    const words = Array.from({ length: 4_999 }, (_, at) => `ord${at}`);
    store.write((db) => putSetting(db, "spelling.words", words));
    store.write((db) => addWord(db, "det-sidste"));
    expect(() => store.write((db) => addWord(db, "et-til"))).toThrow("invalid-input");
    expect(store.read(listAddedWords)).toHaveLength(5_000);
  });
});
