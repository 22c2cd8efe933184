import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { useWritingHelp } from "../../../renderer/stores/writing-help.ts";
import type { KnownName } from "../../../shared/domain/known-name.ts";
import type { FieldChange } from "../../../shared/domain/meeting.ts";
import type { FollowUpMark, RichText, TextRun } from "../../../shared/domain/rich-text.ts";
import type { Reply } from "../../../shared/errors.ts";
import type { Input } from "../../../shared/ipc/contract.ts";
import { item, meetingOf, mount, paste, rich, type Surface } from "./surface.tsx";

const people: readonly KnownName[] = [
  { initials: "FAS", name: "Fagsekretariatet", kind: "unit" },
  { initials: "MØB", name: "", kind: "unit" },
];
const id = "22222222-0000-4000-8000-000000000001";

let surface: Surface;

beforeEach(async () => {
  surface = await mount(meetingOf(item(1, { decision: rich("Godkendt.") }), item(2)));
  useWritingHelp.setState({ people });
});

afterEach(() => surface.unmount());

/** The marked runs of a decision: words and state. */
function marks(number: number): [string, FollowUpMark["attrs"]["state"]][] {
  const text = surface.value(number, "decision") as RichText;
  const runs = text.content.flatMap((block) => (block.type === "paragraph" ? (block.content ?? []) : []));
  return runs.flatMap((run) => {
    const mark = (run as TextRun).marks?.find((each) => each.type === "followUp");
    return mark === undefined ? [] : [[(run as TextRun).text, mark.attrs.state] as [string, FollowUpMark["attrs"]["state"]]];
  });
}

const chips = (number: number) => [...surface.part(number, "decision").querySelectorAll(".follow-up-chip")].map((chip) => chip.textContent);
const toggle = "{Control>}{Shift>}o{/Shift}{/Control}";

describe("recognising while one writes", () => {
  it("marks the sentence at its full stop and not before, and the caret writes on behind it, unmarked", async () => {
    await userEvent.keyboard("Godkendt. FAS følger op");
    expect(marks(2)).toEqual([]);
    await userEvent.keyboard(". Ellers intet");
    expect(marks(2)).toEqual([["FAS følger op.", "marked"]]);
    expect(surface.words(2)).toBe("Godkendt. FAS følger op. Ellers intet");
    expect(chips(2)).toEqual(["Opfølgning · FAS · ingen frist"]);
  });

  it("waits out an abbreviation", async () => {
    await userEvent.keyboard("FAS følger op ift.");
    expect(marks(2)).toEqual([]);
    await userEvent.keyboard(" budgettet senest i maj 2026.");
    expect(marks(2)).toEqual([["FAS følger op ift. budgettet senest i maj 2026.", "marked"]]);
    expect(chips(2)).toEqual(["Opfølgning · FAS · senest i maj 2026"]);
  });

  it("marks a sentence without a full stop once its paragraph is left, by Enter or by going elsewhere", async () => {
    await userEvent.keyboard("FAS følger op{Enter}MØB følger op");
    expect(marks(2)).toEqual([["FAS følger op", "marked"]]);
    surface.go(1);
    expect(marks(2)).toEqual([
      ["FAS følger op", "marked"],
      ["MØB følger op", "marked"],
    ]);
  });

  it("marks nothing in minutes that are only read, and nothing outside a decision", async () => {
    surface = await mount(meetingOf(item(1, { decision: rich("FAS følger op", "Godkendt") }), item(2)));
    surface.go(1);
    await userEvent.keyboard("{ArrowUp}{ArrowUp}{ArrowDown}");
    expect(marks(1)).toEqual([]);
    expect(surface.main.saves).toEqual([]);
    surface.go(2, "agendaText");
    await userEvent.keyboard("FAS følger op.{Enter}");
    expect(JSON.stringify(surface.value(2, "agendaText"))).not.toContain("followUp");
  });

  it("is one step to undo together with what finished it, and does not come back by itself", async () => {
    await userEvent.keyboard("FAS følger op.");
    expect(marks(2)).toHaveLength(1);
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(marks(2)).toEqual([]);
    expect(surface.words(2)).toBe("");
    await userEvent.keyboard("{Control>}y{/Control}");
    expect(marks(2)).toEqual([["FAS følger op.", "marked"]]);
  });

  it("grows with its sentence and keeps its id", async () => {
    await userEvent.keyboard("FAS følger op.");
    const before = JSON.stringify(surface.value(2, "decision")).match(/[0-9a-f-]{36}/)?.[0];
    await userEvent.keyboard("{Backspace} i morgen.");
    expect(marks(2)).toEqual([["FAS følger op i morgen.", "marked"]]);
    expect(JSON.stringify(surface.value(2, "decision"))).toContain(before);
    expect(chips(2)).toEqual(["Opfølgning · FAS · i morgen"]);
  });

  it("recognises what is pasted", () => {
    paste(surface.text, { text: "Godkendt. FAS & MØB følger evt. op." });
    expect(marks(2)).toEqual([["FAS & MØB følger evt. op.", "marked"]]);
    expect(chips(2)).toEqual(["Opfølgning · FAS, MØB · ingen frist"]);
  });
});

describe("Ctrl+Shift+O", () => {
  it("turns a recognised one off for good, and on again", async () => {
    await userEvent.keyboard("FAS følger op.");
    await userEvent.keyboard(toggle);
    expect(marks(2)).toEqual([["FAS følger op.", "dismissed"]]);
    expect(chips(2)).toEqual([]);
    await userEvent.keyboard(" Ellers intet.{Enter}Slut.");
    expect(marks(2)).toEqual([["FAS følger op.", "dismissed"]]);
    await userEvent.keyboard("{ArrowUp}{Home}{ArrowRight}");
    await userEvent.keyboard(toggle);
    expect(marks(2)).toEqual([["FAS følger op.", "marked"]]);
  });

  it("marks the sentence at the caret, quietly without owner and time, and takes it off without a trace", async () => {
    await userEvent.keyboard("at 1) rådmanden spurgte til tallene. Det tages op igen.");
    await userEvent.keyboard(toggle);
    expect(marks(2)).toEqual([["Det tages op igen.", "marked"]]);
    expect(chips(2)).toEqual(["Opfølgning · ingen ansvarlig · ingen frist"]);
    await userEvent.keyboard(toggle);
    expect(marks(2)).toEqual([]);
  });

  it("marks just what is selected", async () => {
    await userEvent.keyboard("Husk tallene til udvalget");
    await userEvent.keyboard("{Shift>}{Control>}{ArrowLeft}{ArrowLeft}{/Control}{/Shift}");
    await userEvent.keyboard(toggle);
    expect(marks(2)).toEqual([["til udvalget", "marked"]]);
  });

  it("does nothing in a title", async () => {
    surface.go(2, "title");
    await userEvent.keyboard(toggle);
    expect(surface.value(2, "title")).toBe("Sag 2");
  });
});

describe("the chip", () => {
  it("is no part of the text: keys beside it write and delete letters", async () => {
    await userEvent.keyboard("FAS følger op. Ja");
    await userEvent.keyboard("{Backspace}{Backspace}{Backspace}");
    expect(surface.words(2)).toBe("FAS følger op.");
    await userEvent.keyboard("{Backspace}");
    expect(surface.words(2)).toBe("FAS følger op");
    await userEvent.keyboard("{Home}{Delete}");
    expect(surface.words(2)).toBe("AS følger op");
  });

  it("opens owner and time by Alt+Enter, saves them after the text, and shows what was set", async () => {
    const saved = answer({ ok: true, value: null });
    await userEvent.keyboard("FAS følger op.{Alt>}{Enter}{/Alt}");
    const [owners, due] = document.querySelectorAll<HTMLInputElement>(".follow-up-fields input");
    expect(document.activeElement).toBe(owners);
    expect([owners?.value, due?.value]).toEqual(["FAS", ""]);
    await userEvent.keyboard("MØB og Bine{Tab}uge 41{Enter}");
    await expect.poll(() => saved).toHaveLength(1);
    expect(saved[0]).toMatchObject({ owners: ["MØB", "Bine"], due: "uge 41" });
    expect(surface.main.saves.flatMap((save) => save.changes).some((change: FieldChange) => change.field === "decision")).toBe(true);
    await expect.poll(() => chips(2)).toEqual(["Opfølgning · MØB, Bine · uge 41"]);
    expect(document.activeElement).toBe(surface.text);
    await userEvent.keyboard(" Ja");
    expect(surface.words(2)).toBe("FAS følger op. Ja");
  });

  it("opens by a click, keeps what was written when it could not be saved, and closes with Esc", async () => {
    answer({ ok: false, error: { kind: "not-found", what: "follow-up", id } });
    await userEvent.keyboard("FAS følger op.");
    await userEvent.click(surface.part(2, "decision").querySelector(".follow-up-chip") as HTMLElement);
    await userEvent.keyboard("Bine{Enter}");
    await expect.poll(() => document.querySelector(".follow-up-failure")?.textContent).toMatch(/\S/);
    expect(document.querySelector<HTMLInputElement>(".follow-up-fields input")?.value).toBe("Bine");
    await userEvent.keyboard("{Escape}");
    expect(document.querySelector(".follow-up-fields")).toBeNull();
    expect(document.activeElement).toBe(surface.text);
    expect(surface.words(2)).toBe("FAS følger op.");
  });

  it("shows what was set by hand when the meeting is opened again, and the mark stands as it was saved", async () => {
    const decision: RichText = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "FAS følger op.", marks: [{ type: "followUp", attrs: { id, state: "marked" } }, { type: "bold" }] },
          ],
        },
      ],
    };
    const followUps = [{ id, itemId: item(1).id, text: "FAS følger op.", owners: ["Bine"], due: null, state: "open" as const }];
    surface = await mount({ ...meetingOf(item(1, { decision }), item(2)), followUps });
    useWritingHelp.setState({ people });
    expect(surface.value(1, "decision")).toEqual(decision);
    expect(chips(1)).toEqual(["Opfølgning · Bine · ingen frist"]);
  });
});

/** What main answers to `follow-ups:save`; gives what it was asked. */
function answer(reply: Reply<null>): Input<"follow-ups:save">[] {
  const asked: Input<"follow-ups:save">[] = [];
  const requests = window.bridge.requests as unknown as Record<string, (input: Input<"follow-ups:save">) => Promise<Reply<null>>>;
  requests["follow-ups:save"] = async (input) => {
    asked.push(input);
    return reply;
  };
  return asked;
}
