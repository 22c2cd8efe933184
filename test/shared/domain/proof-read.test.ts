import { describe, expect, it } from "vitest";
import { type ItemView, itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { type ProofFinding, proofRead } from "../../../shared/domain/proof-read.ts";
import { shippedSources } from "../../support/completion-sources.ts";
import { newItem, newMeeting, text } from "../../support/fake-meeting.ts";
import { sampleMeeting } from "../../support/sample-meeting.ts";

const people = shippedSources().people;
const points = (...texts: string[]) => texts.map((each) => ({ id: crypto.randomUUID(), text: each }));
const two = points("at rådmanden godkender budgettet", "at rådmanden tager orienteringen til efterretning");

function meetingOf(items: ItemView[], fields: Partial<MeetingView> = {}): MeetingView {
  return newMeeting({ categories: [{ id: crypto.randomUUID(), name: "", items }], ...fields });
}

function read(meeting: MeetingView, wrong: string[] = []): ProofFinding[] {
  return proofRead(meeting, { people, wrongWords: new Map(wrong.map((word) => [word, null])) });
}

const readItem = (fields: Partial<ItemView>, wrong: string[] = []) => read(meetingOf([newItem("Budget", null, fields)]), wrong);

/** The meeting of 10 March 2026 as the window has it. */
function march(): MeetingView {
  return meetingOf(
    sampleMeeting().items.map(({ title, minutes, agendaText, recommendations, decision }) =>
      newItem(title, minutes, { agendaText, decision, recommendations: points(...recommendations) }),
    ),
  );
}

function ofItem(meeting: MeetingView, number: number): ItemView {
  const found = itemsOf(meeting).find((item) => item.number === number);
  if (found === undefined) throw new Error(`no punkt ${number}`);
  return found;
}

describe("what is required", () => {
  it.each<[string, Partial<ItemView>, string[][]]>([
    ["a decision", { decision: text("Godkendt.") }, []],
    ["none", {}, [["no-decision", "Intet til referat."]]],
    ["the lone dot of the old system", { decision: text(".") }, [["no-decision", "Intet til referat."]]],
    ["none, of what every meeting approves", { title: "Dagsorden" }, [["no-decision", "Godkendt."]]],
    ["none, of the last minutes", { title: "Referat" }, [["no-decision", "Godkendt."]]],
    ["none, struck", { outcome: "withdrawn" }, []],
    ["none, postponed", { outcome: "postponed" }, []],
    ["none, closed", { closed: true }, [["no-decision", "Intet til referat."]]],
    ["only the public words of a closed punkt", { closed: true, publicDecision: text("Sagen blev drøftet.") }, []],
    [
      "none, with an indstilling",
      { recommendations: two },
      [["no-decision", "at 1) rådmanden godkendte budgettet.", "at 2) rådmanden tog orienteringen til efterretning."]],
    ],
    ["none, with a verb that is not known", { recommendations: points("at rådmanden flimrer budgettet") }, [["no-decision"]]],
    [
      "an at-point left out",
      { recommendations: two, decision: text("at 1) rådmanden godkendte budgettet.") },
      [["at-point-unanswered", "at 2) rådmanden tog orienteringen til efterretning."]],
    ],
    [
      "an at-point begun, which is left to the referent",
      { recommendations: two, decision: text("at 1) rådmanden ", "at 2) rådmanden tog orienteringen til efterretning.") },
      [["at-point-unfinished"]],
    ],
    ["the whole indstilling in other words", { recommendations: two, decision: text("Punktet blev ikke drøftet.") }, []],
    [
      "an at-point left out of a struck punkt",
      { outcome: "withdrawn", recommendations: two, decision: text("at 1) rådmanden godkendte budgettet.") },
      [],
    ],
  ])("%s", (_name, fields, expected) => {
    const required = readItem(fields).filter(({ severity }) => severity === "required");
    expect(required.map(({ kind, proposal }) => [kind, ...(proposal?.kind === "add-lines" ? proposal.lines : [])])).toEqual(expected);
  });
});

describe("what is advised", () => {
  it("tells open follow-ups that nobody has", () => {
    const item = newItem("Budget", null, { decision: text("Godkendt.") });
    const followUp = (words: string, owners: string[], state: "open" | "done") => ({
      ...{ id: crypto.randomUUID(), itemId: item.id, text: words, owners, due: null, state },
    });
    const followUps = [followUp("KL orienteres.", [], "open"), followUp("FAS følger op.", ["FAS"], "open"), followUp("Brev.", [], "done")];
    expect(read(meetingOf([item], { followUps }))).toMatchObject([
      { kind: "no-owner", followUpId: followUps[0]?.id, text: "KL orienteres.", severity: "advised" },
    ]);
  });

  it("tells a wrong word once a punkt, where it stands first", () => {
    const found = readItem({ decision: text("Det er igang.", "Alt er igang.") }, ["igang"]);
    expect(found).toMatchObject([{ kind: "spelling", word: "igang", place: { field: "decision", block: [0], from: 7, to: 12 } }]);
  });

  it("tells what the house writes otherwise, with the words to put in its place", () => {
    const [found] = readItem({ decision: text("Rådmanden bemærker, at det går godt.") });
    expect(found).toMatchObject({ kind: "style", text: "Rådmanden bemærker, at det går godt.", proposal: { text: "bemærkede" } });
  });

  it("tells a bilag that cannot be printed", () => {
    const bilag = { id: "b", title: "Budget", fileName: "b.pdf", mediaType: "application/pdf", bytes: 1, sha256: "" } as const;
    const attachments = [
      { ...bilag, trouble: "er beskadiget eller ikke hel" },
      { ...bilag, id: "c", trouble: null },
    ];
    expect(readItem({ decision: text("Godkendt."), attachments })).toMatchObject([
      { kind: "bad-attachment", attachmentId: "b", trouble: "er beskadiget eller ikke hel", severity: "advised" },
    ]);
  });
});

describe("the meeting of 10 March 2026", () => {
  it("lacks the decision of Bordet rundt, as the real minutes do, and nothing else that is required", () => {
    const meeting = march();
    const required = read(meeting).filter(({ severity }) => severity === "required");
    expect(required).toMatchObject([{ kind: "no-decision", itemId: ofItem(meeting, 8).id }]);
    expect(ofItem(meeting, 8).title).toBe("Bordet rundt");
  });

  it("tells what is taken out of it, before everything else and in the order of its punkter", () => {
    const meeting = march();
    const [five, eight] = [ofItem(meeting, 5), ofItem(meeting, 8)];
    five.decision = { type: "doc", content: five.decision.content.slice(0, 1) };
    const found = read(meeting);
    const required = found.filter(({ severity }) => severity === "required");
    expect(required[0]).toMatchObject({ kind: "at-point-unanswered", itemId: five.id, number: 2 });
    expect(required.at(-1)).toMatchObject({ kind: "no-decision", itemId: eight.id });
    expect(found.slice(0, required.length)).toEqual(required);
  });

  it("gives each finding an id of its own, and the same one when it is read again", () => {
    const meeting = march();
    const ids = read(meeting, ["mangle", "igang"]).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(read(meeting, ["mangle", "igang"]).map(({ id }) => id)).toEqual(ids);
  });
});

describe("the attendance", () => {
  const entry = (name: string, status: "present" | "absent" | "arrived" | "left") => ({ name, status, reason: "", itemId: null });
  const found = (...attendance: ReturnType<typeof entry>[]) =>
    read(meetingOf([], { attendance })).map((finding) => [
      finding.kind,
      finding.text,
      finding.kind === "attends-twice" && finding.statuses,
    ]);

  it("is told of when it says two things of one person", () => {
    expect(found(entry("Lars", "absent"), entry("Mette", "present"), entry("Lars ", "left"))).toEqual([
      ["attends-twice", "Lars", ["absent", "left"]],
    ]);
    expect(found(entry("Lars", "absent"), entry("Lars", "absent"))).toEqual([["attends-twice", "Lars", ["absent", "absent"]]]);
  });

  it("may say that one came late and left early", () => {
    expect(found(entry("Lars", "left"), entry("Lars", "arrived"))).toEqual([]);
  });
});
