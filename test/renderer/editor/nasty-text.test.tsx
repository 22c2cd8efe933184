import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";
import { fieldChange } from "../../../shared/domain/meeting.ts";
import { item, meetingOf, mount, paste, rich, type Surface } from "./surface.tsx";

let surface: Surface;

beforeEach(async () => {
  surface = await mount(meetingOf(item(1), item(2)));
});

afterEach(() => surface.unmount());

const nasty: [name: string, given: string, stored: string][] = [
  ["Typst code", '#eval("1+1") $x^2$ @kilde <mærke> `rå` #let x = 1', '#eval("1+1") $x^2$ @kilde <mærke> `rå` #let x = 1'],
  ["markup", "<script>alert(1)</script> &amp; <b>x</b>", "<script>alert(1)</script> &amp; <b>x</b>"],
  [
    "right to left",
    "\u202eמועצת \u0627\u0644\u0645\u062f\u064a\u0646\u0629\u202c",
    "\u202eמועצת \u0627\u0644\u0645\u062f\u064a\u0646\u0629\u202c",
  ],
  ["emoji", "👩‍👩‍👧‍👦 🇩🇰 👍🏽", "👩‍👩‍👧‍👦 🇩🇰 👍🏽"],
  ["combining marks", `Z${"\u0301".repeat(60)}algo`, `Z${"\u0301".repeat(60)}algo`],
  ["a word of 10,000 characters", "å".repeat(10_000), "å".repeat(10_000)],
  ["a lone surrogate", "før\ud800efter", "før\ufffdefter"],
  ["control characters", "a\u0000b\u0007c\u001bd\u009fe", "abcde"],
];

describe.each(nasty)("%s", (_name, given, stored) => {
  it("is saved as it is when it is pasted", async () => {
    paste(surface.text, { text: given });
    expect(surface.words(1)).toBe(stored);
    expect(await useOpenMeeting.getState().flush()).toBe(true);
    const change = surface.main.saves.at(-1)?.changes[0];
    expect(change?.value).toEqual(rich(stored));
    expect(fieldChange.safeParse(change).success).toBe(true);
  });

  it("is saved as it is when it is typed, in the text and in a title", async () => {
    await cdp().send("Input.insertText", { text: given.toWellFormed() });
    expect(surface.words(1)).toBe(stored);
    surface.go(2, "recommendations");
    await cdp().send("Input.insertText", { text: given.toWellFormed() });
    expect(surface.value(2, "recommendations")).toEqual([{ id: expect.any(String), text: stored }]);
    expect(surface.structure()).toHaveLength(2);
  });
});
