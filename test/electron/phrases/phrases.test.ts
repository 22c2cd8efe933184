import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { learnSentence } from "../../../electron/phrases/repository.ts";
import { requests, testClock, testContext, testStore } from "../../support/store.ts";

function setUp() {
  const clock = testClock();
  const store = testStore(undefined, clock);
  const request = requests(testContext(store, { clock }));
  const texts = () => request("phrases:list", {}).phrases.map(({ text }) => text);
  const learned = () => request("phrases:list", {}).learned;
  return { clock, store, request, texts, learned };
}

describe("phrases", () => {
  it("ship with the idioms of the house, the same on every PC, and those used stand first", () => {
    const { request, texts } = setUp();
    const shipped = request("phrases:list", {});
    expect(shipped.phrases.length).toBeGreaterThan(20);
    expect(texts()).toContain("Intet til referat.");
    expect(requests(testContext(testStore()))("phrases:list", {})).toEqual(shipped);
    for (const text of ["Intet til referat.", "Punktet udgik.", "Intet til referat."]) request("phrases:used", { text });
    expect(request("phrases:list", {}).phrases.slice(0, 3)).toMatchObject([
      { text: "Intet til referat.", uses: 2 },
      { text: "Punktet udgik.", uses: 1 },
      { uses: 0 },
    ]);
    expect(request("phrases:list", {}).learned).toEqual([]);
  });

  it("are added, reworded and deleted, never stand twice, and a deleted one stays away until it is written again", () => {
    const { request, texts } = setUp();
    const text = "Rådmanden roste ‹hvem› for ‹…›.";
    const added = request("phrases:save", { text: ` ${text} ` }).phrases.find((phrase) => phrase.text === text);
    const count = texts().length;
    request("phrases:save", { text });
    expect(texts()).toHaveLength(count);
    request("phrases:save", { id: added?.id ?? "", text: "Rådmanden kvitterede." });
    expect(texts()).toContain("Rådmanden kvitterede.");
    expect(texts()).not.toContain(text);
    request("phrases:save", { id: added?.id ?? "", text: "Punktet udgik." });
    expect(texts().filter((each) => each === "Punktet udgik.")).toHaveLength(1);
    expect(texts()).toHaveLength(count - 1);
    const gone = request("phrases:list", {}).phrases.find((phrase) => phrase.text === "Punktet udgik.");
    request("phrases:delete", { phraseId: gone?.id ?? "" });
    expect(texts()).not.toContain("Punktet udgik.");
    expect(() => request("phrases:delete", { phraseId: gone?.id ?? "" })).toThrow(
      expect.objectContaining({ appError: { kind: "not-found", what: "phrase", id: gone?.id } }),
    );
    request("phrases:save", { text: "Punktet udgik." });
    expect(request("phrases:list", {}).phrases.find((phrase) => phrase.text === "Punktet udgik.")?.id).toBe(gone?.id);
    expect(() => request("phrases:save", { text: "  " })).toThrow();
  });

  it("are found again with their uses after they were reworded", () => {
    const { request } = setUp();
    request("phrases:used", { text: "Intet til punktet." });
    const { id } = request("phrases:list", {}).phrases[0] ?? { id: "" };
    request("phrases:save", { id, text: "Intet til dette punkt." });
    expect(request("phrases:list", {}).phrases[0]).toEqual({ id, text: "Intet til dette punkt.", uses: 1 });
  });
});

describe("learned sentences", () => {
  it("are those that are no phrase, counted, the most used first, and forgotten on demand", () => {
    const { clock, request, learned } = setUp();
    const [one, two] = ["Rådmanden bestilte en redegørelse.", "Sagen drøftes igen efter sommerferien."];
    request("phrases:used", { text: one });
    clock.set("2026-03-10T10:00:00.000Z");
    request("phrases:used", { text: two });
    expect(learned().map(({ text }) => text)).toEqual([two, one]);
    request("phrases:used", { text: `${one} ` });
    expect(learned()).toEqual([
      { text: one, uses: 2 },
      { text: two, uses: 1 },
    ]);
    for (const text of ["Ja.", " ", "x".repeat(401)]) request("phrases:used", { text });
    expect(learned()).toHaveLength(2);
    expect(request("phrases:forget", { text: one }).learned).toEqual([{ text: two, uses: 1 }]);
  });

  it("are 5,000 at most: the least used and oldest go first, never the one just learned", () => {
    const { clock, store, request, learned } = setUp();
    store.write((db, edit) => {
      for (let n = 0; n < 5_000; n += 1) learnSentence(db, edit, `Sætning nummer ${n}.`);
    });
    request("phrases:used", { text: "Sætning nummer 0." });
    clock.set("2026-03-10T10:00:00.000Z");
    request("phrases:used", { text: "Den nye sætning." });
    const texts = learned().map(({ text }) => text);
    expect(texts).toHaveLength(5_000);
    expect(texts[0]).toBe("Sætning nummer 0.");
    expect(texts).toContain("Den nye sætning.");
  });

  it("are no registers: using a phrase hands out no dot", () => {
    const { store, request } = setUp();
    request("phrases:list", {});
    const counter = () => store.read((db) => db.prepare("SELECT counter FROM actor WHERE current = 1").pluck().get());
    const before = counter();
    request("phrases:used", { text: "Godkendt." });
    request("phrases:used", { text: "Rådmanden bestilte en redegørelse." });
    expect(counter()).toBe(before);
    expect(() => request("phrases:delete", { phraseId: randomUUID() })).toThrow("not-found");
  });
});
