import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { FakeBridgeOptions, FakeMain } from "../../support/fake-bridge.ts";
import { newItem, newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow } from "./open-window.tsx";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/**
 * Experimental: it wants the seen text letter for letter in the name. A row's name holds the same words spelled out (tokens.md, Rail row).
 * The other: a menu stands at the end of the page, outside every landmark, while it is open.
 */
const rules = { "label-content-name-mismatch": { enabled: false }, region: { enabled: false } };
const widths = [1440, 1280, 1024, 720];
const themes = ["light", "dark"] as const;

const heading = (name: string) => page.getByRole("heading", { level: 1, name });
const press = (keys: string) => userEvent.keyboard(keys);
const trouble = { kind: "trouble", name: "Referater", error: { kind: "folder-absent" }, waiting: 1 } as const;

function fullMeeting() {
  const bilag = { fileName: "brev.pdf", mediaType: "application/pdf", bytes: 24_000, sha256: "0".repeat(64), trouble: null } as const;
  const points = ["at rådmanden godkender indstillingen", "at rådmanden godkender brevet"].map((point) => ({
    id: crypto.randomUUID(),
    text: point,
  }));
  const items = [
    newItem("Dagsorden", null, { decision: text("Godkendt.") }),
    newItem("Handicapbarometer", 10, {
      recommendations: points,
      decision: text("at 1) rådmanden godkendte indstillingen."),
      attachments: [
        { id: crypto.randomUUID(), title: "Brev fra Rådmanden til Ankestyrelsen", ...bilag },
        { id: crypto.randomUUID(), title: "Notat", ...bilag, mediaType: "image/png" },
      ],
    }),
    newItem("Personalesag", 10, { closed: true }),
    newItem("", null),
  ];
  return newMeeting({
    information: ["Bine Jenshøj deltager under punkt 2."],
    categories: [
      { id: crypto.randomUUID(), name: "Til godkendelse", items },
      { id: crypto.randomUUID(), name: "Lukket dagsorden", items: [] },
    ],
  });
}

function decidedMeeting() {
  const items = [newItem("Dagsorden", null, { decision: text("Godkendt.") })];
  return newMeeting({ categories: [{ id: crypto.randomUUID(), name: "Til godkendelse", items }] });
}

const previous = {
  id: crypto.randomUUID(),
  title: "Rådmandsmøde d. 3. marts",
  date: "2026-03-03",
  state: "draft",
  approvedAt: null,
} as const;
const approved = { state: "approved", approvedAt: "2026-03-10T10:04:00.000Z" } as const;
const people = [
  { id: crypto.randomUUID(), kind: "unit" as const, initials: "FAS", name: "Fagligt Sekretariat" },
  { id: crypto.randomUUID(), kind: "person" as const, initials: "", name: "Bine Jenshøj" },
];
const phrases = ["FAS følger op på opfølgningen.", "Rådmanden tog orienteringen til efterretning og besluttede, at ‹…›."].map((line) => ({
  id: crypto.randomUUID(),
  text: line,
  uses: 2,
}));

/** A meeting whose follow-ups are open, overdue, ownerless and done. */
function followedMeeting() {
  const meeting = newMeeting({ date: "2026-03-10", state: "draft" });
  const itemId = meeting.categories[0]?.items[2]?.id ?? "";
  const one = { itemId, owners: [] as string[], due: null, state: "open" as const };
  meeting.followUps = [
    { ...one, id: crypto.randomUUID(), text: "Opfølgning: KL orienteres om brevet til regionen, så KL kan løfte dagsordenen." },
    { ...one, id: crypto.randomUUID(), text: "FAS følger op.", owners: ["FAS", "MØB"], due: "senest 12. marts 2026" },
    { ...one, id: crypto.randomUUID(), text: "Er gjort.", owners: ["OL"], state: "done" },
  ];
  return meeting;
}

/** A meeting whose clock runs past its minutes. */
function runningMeeting() {
  const ago = new Date(Date.now() - 12 * 60_000).toISOString();
  const items = [
    newItem("Dagsorden", 10, { decision: text("Godkendt."), spentSeconds: 1_080 }),
    newItem("Handicapbarometer", 10, { runningSince: ago }),
    newItem("Personalesag", 10, { closed: true, outcome: "postponed" }),
    newItem("Status på overgangen af borgere med dobbeltdiagnose", null, { outcome: "withdrawn", spentSeconds: 540 }),
  ];
  const entry = { reason: "", itemId: null };
  return newMeeting({
    state: "running",
    categories: [{ id: crypto.randomUUID(), name: "Til godkendelse", items }],
    attendance: [
      { ...entry, name: "JLH", status: "present" },
      { ...entry, name: "EKH", status: "arrived", itemId: items[1]?.id ?? null },
      { ...entry, name: "Stabschef Louise Rohde", status: "absent", reason: "forhindret" },
    ],
  });
}

async function inMeeting(main: FakeMain): Promise<FakeMain> {
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await expect.element(heading("Rådmandsmøde d. 10. marts")).toBeVisible();
  await press("{Control>}2{/Control}");
  return main;
}

const states: Record<string, { options?: FakeBridgeOptions; reach(main: FakeMain): Promise<unknown> }> = {
  "the empty list": { reach: async () => expect.element(page.getByText(/Begynd med et nyt møde/)).toBeVisible() },
  "the list with a notice, a row in focus and a toast": {
    options: {
      meetings: [newMeeting({ date: "2126-03-17" }), newMeeting({ state: "draft" }), newMeeting({ state: "approved", date: "2025-01-07" })],
      notices: [{ kind: "restored-from-backup", backupAt: "2026-03-10T08:00:00.000Z", keptFile: "referent.damaged.db" }],
      folder: trouble,
    },
    reach: async () => {
      await expect.element(page.getByRole("heading", { name: "Godkendte 2025" })).toBeVisible();
      (document.querySelector("[data-meeting]") as HTMLElement).focus();
      await press("{Delete}");
      await expect.element(page.getByRole("button", { name: "Fortryd" })).toBeVisible();
    },
  },
  "a row's menu": {
    options: { meetings: [newMeeting()] },
    reach: async () => {
      await page.getByRole("button", { name: /^Handlinger for Rådmandsmøde/ }).click();
      await expect.element(page.getByRole("menu")).toBeVisible();
    },
  },
  "Nyt møde with cases and errors": {
    reach: async () => {
      await press("{Control>}n{/Control}");
      await page.getByRole("textbox", { name: "Dagens sag" }).fill("Handicapbarometer");
      await press("{Tab}mange{Enter}");
      await page.getByRole("textbox", { name: "Slut" }).fill("1");
      await press("{Control>}{Enter}{/Control}");
      await expect.element(page.getByRole("textbox", { name: "Slut" })).toHaveFocus();
    },
  },
  "the key list": {
    reach: async () => {
      await press("{F1}");
      await expect.element(page.getByRole("dialog", { name: "Taster" })).toBeVisible();
    },
  },
  "the meeting with attachments and a refusal": {
    options: { meetings: [fullMeeting()], folder: trouble },
    reach: async (main) => {
      await inMeeting(main);
      await press("{Alt>}1{/Alt}");
      const transfer = new DataTransfer();
      transfer.items.add(new File(["x"], "makroer.docm"));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
      await expect.element(page.getByText(/makroer\.docm/)).toBeVisible();
    },
  },
  "the meeting's facts": {
    options: { meetings: [fullMeeting()] },
    reach: async (main) => {
      await inMeeting(main);
      await press("{Alt>}2{/Alt}");
      await page.getByRole("textbox", { name: "Start" }).fill("x");
    },
  },
  "a punkt's menu": {
    options: { meetings: [fullMeeting()] },
    reach: async (main) => {
      await inMeeting(main);
      (document.querySelector(".rail-row") as HTMLElement).focus();
      await press("{ArrowRight}");
      await expect.element(page.getByRole("menu")).toBeVisible();
    },
  },
  "the meeting that cannot be saved": {
    options: { meetings: [fullMeeting()] },
    reach: async (main) => {
      await inMeeting(main);
      main.failures.set("meetings:save-fields", { kind: "disk-full", where: "data" });
      await press("Mere.");
      await expect.element(page.getByText("Ikke gemt. Teksten er her stadig.")).toBeVisible();
    },
  },
  "the meeting that cannot be opened": {
    options: { meetings: [newMeeting()] },
    reach: async (main) => {
      main.failures.set("meetings:get", { kind: "not-found", what: "meeting", id: "x" });
      await page.getByRole("button", { name: /^Rådmandsmøde/ }).click();
      await expect.element(page.getByText(/Mødet findes ikke længere/)).toBeVisible();
    },
  },
  "the palette": {
    options: { meetings: [followedMeeting()], phrases, people },
    reach: async (main) => {
      await inMeeting(main);
      await press("{Control>}k{/Control}");
      await press("opf");
      await expect.element(page.getByText("Åbne opfølgninger")).toBeVisible();
    },
  },
  "the palette without a match": {
    reach: async () => {
      await press("{Control>}k{/Control}");
      await press("xyzzy");
      await expect.element(page.getByText('Intet passer til "xyzzy".')).toBeVisible();
    },
  },
  "the follow-ups of all meetings": {
    options: { meetings: [followedMeeting()], people },
    reach: async () => {
      await page.getByRole("button", { name: /^Opfølgninger/ }).click();
      await expect.element(page.getByRole("heading", { name: /^Mangler ejer/ })).toBeVisible();
      (document.querySelector("[data-follow-up]") as HTMLElement).focus();
      await press("{ArrowDown}f");
      await expect.element(page.getByRole("textbox", { name: /^Frist for/ })).toHaveFocus();
    },
  },
  "no follow-ups": {
    reach: async () => {
      await page.getByRole("button", { name: /^Opfølgninger/ }).click();
      await expect.element(page.getByRole("heading", { name: "Ingen åbne opfølgninger" })).toBeVisible();
    },
  },
  "the meeting's follow-ups at hand": {
    options: { meetings: [followedMeeting()] },
    reach: async (main) => {
      await inMeeting(main);
      await press("{Alt>}3{/Alt}");
      await expect.element(page.getByText("2 åbne · 1 færdige")).toBeVisible();
    },
  },
  "Punkt 2 with minutes to approve": {
    options: { meetings: [newMeeting({ previous })] },
    reach: async (main) => {
      await inMeeting(main);
      await expect.element(page.getByRole("button", { name: "Godkend referatet af 3. marts" })).toBeVisible();
    },
  },
  "the meeting that is approved, corrected and locked": {
    options: { meetings: [newMeeting({ ...approved, correctedAt: "2026-03-11T08:00:00.000Z", locked: true })] },
    reach: async (main) => {
      await inMeeting(main);
      await press("{Alt>}2{/Alt}");
      await expect.element(page.getByText(/Mødet er låst, så intet/).first()).toBeVisible();
    },
  },
  "the menu of the meeting's state": {
    options: { meetings: [newMeeting({ previous })] },
    reach: async (main) => {
      await inMeeting(main);
      await page.getByRole("button", { name: /^Mødets tilstand/ }).click();
      await expect.element(page.getByRole("menu")).toBeVisible();
    },
  },
  "the list of people with a line being edited": {
    options: { people },
    reach: async () => {
      await press("{Control>},{/Control}");
      await page.getByRole("tab", { name: "Personer og enheder" }).click();
      await page.getByRole("button", { name: "Tilføj", exact: true }).click();
      await page.getByRole("button", { name: "Ret FAS" }).click();
      await expect.element(page.getByRole("form", { name: "Ret person eller enhed" })).toBeVisible();
    },
  },
  "the list of phrases": {
    options: { phrases },
    reach: async () => {
      await press("{Control>},{/Control}");
      await page.getByRole("tab", { name: "Fraser" }).click();
      await expect.element(page.getByRole("list", { name: "Fraser" })).toBeVisible();
      (document.querySelector("[data-line]") as HTMLElement).focus();
    },
  },
  "the list of words": {
    options: { addedWords: ["Jenshøj"] },
    reach: async () => {
      await press("{Control>},{/Control}");
      await page.getByRole("tab", { name: "Ordliste" }).click();
      await expect.element(page.getByRole("list", { name: "Ordliste" })).toBeVisible();
    },
  },
  "a running meeting over its time, with a punkt postponed and those who are there": {
    options: { meetings: [runningMeeting()] },
    reach: async (main) => {
      await inMeeting(main);
      await expect.element(page.getByRole("heading", { name: "Punkt 2 er i gang" })).toBeVisible();
      await press("{Alt>}2{/Alt}");
      await expect.element(page.getByRole("combobox", { name: "Fremmøde for EKH" })).toBeVisible();
    },
  },
  "the history of a punkt, against now, while a version is named": {
    options: { meetings: [fullMeeting()] },
    reach: async (main) => {
      const meeting = main.meetings[0];
      const itemId = meeting?.categories[0]?.items[1]?.id ?? "";
      main.history.add(itemId, "decision", "2026-03-09T10:20:00.000Z", text("at 1) rådmanden udsatte indstillingen."));
      main.history.add(itemId, "decision", "2026-03-09T10:42:00.000Z", text("at 1) rådmanden godkendte indstillingen."));
      main.history.versions.push({ id: crypto.randomUUID(), name: "Før rettelser", at: "2026-03-09T10:30:00.000Z" });
      await inMeeting(main);
      await press("{Alt>}4{/Alt}");
      await page.getByRole("button", { name: /^Før rettelser/ }).click();
      await expect.element(page.getByRole("button", { name: "Hent denne udgave frem" })).toBeVisible();
      await page.getByRole("button", { name: "Navngiv mødet, som det står nu" }).click();
      await expect.element(page.getByRole("textbox", { name: "Navn på denne udgave" })).toHaveFocus();
    },
  },
  "Afslut mødet with things to look at": {
    options: { meetings: [fullMeeting()] },
    reach: async (main) => {
      main.misspelt.set("godkendte", ["godkendt"]);
      await inMeeting(main);
      await press("{Control>}{Shift>}E{/Shift}{/Control}");
      await expect.element(page.getByRole("heading", { name: "Afslut mødet" })).toBeVisible();
      await expect.element(page.getByText("Stavning")).toBeVisible();
      await press(" ");
      await expect.element(page.getByRole("region", { name: /^Klaret/ })).toBeVisible();
    },
  },
  "Afslut mødet while the referat is set": {
    options: { meetings: [fullMeeting()], folder: { kind: "connected", name: "Referater MSB", lastPublishedAt: null } },
    reach: async (main) => {
      main.held.set("referat:publish", new Promise(() => undefined));
      await inMeeting(main);
      await press("{Control>}{Shift>}E{/Shift}{/Control}");
      await press("{Control>}{Shift>}S{/Shift}{/Control}");
      await expect.element(page.getByRole("progressbar")).toBeVisible();
    },
  },
  "Afslut mødet with what stops the referat and the ways on": {
    options: { meetings: [fullMeeting()], folder: trouble },
    reach: async (main) => {
      main.failures.set("referat:export", { kind: "referat-leaks", what: "closed", place: "side 2 (fra Punkt 3)" });
      await inMeeting(main);
      await press("{Control>}{Shift>}E{/Shift}{/Control}");
      await page.getByRole("button", { name: "Eksportér offentlig udgave" }).click();
      await expect.element(page.getByRole("button", { name: "Gå til punkt 3" })).toBeVisible();
    },
  },
  "Tidligere, and words looked for in the text": {
    options: { meetings: [fullMeeting()] },
    reach: async (main) => {
      const [meetingId, meetingDate, quote] = [crypto.randomUUID(), "2025-03-11", "Rådmanden godkendte brevet. FAS følger op."];
      const common = { meetingId, meetingDate, itemNumber: 3, itemTitle: "Handicapbarometer", quote, lines: [quote, "Godkendt."] };
      main.decisions = [
        { ...common, itemId: crypto.randomUUID(), closed: false },
        { ...common, itemId: crypto.randomUUID(), closed: true, itemNumber: null },
      ];
      await inMeeting(main);
      await press("{Alt>}5{/Alt}{Control>}f{/Control}godkend");
      await page.getByRole("searchbox").fill("barometer");
      await expect.element(page.getByText("2 fund")).toBeVisible();
    },
  },
  "Afslut mødet with nothing to look at": {
    options: { meetings: [decidedMeeting()] },
    reach: async (main) => {
      await inMeeting(main);
      await press("{Control>}{Shift>}E{/Shift}{/Control}");
      await expect.element(page.getByRole("heading", { name: "Alt er set igennem." })).toBeVisible();
    },
  },
  "the settings with a folder in trouble": {
    options: { folder: trouble },
    reach: async () => {
      await press("{Control>},{/Control}");
      await expect.element(heading("Indstillinger")).toBeVisible();
    },
  },
};

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document, { runOnly: tags, rules });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`));
}

/** Text that runs out of what holds it, other than where an ellipsis or a scroll bar says so. */
function clipped(): string[] {
  return [...document.querySelectorAll<HTMLElement>("button, h1, h2, h3, label, p, dt, dd")]
    .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
    .filter(
      (element) =>
        !["auto", "scroll"].includes(getComputedStyle(element).overflowX) && getComputedStyle(element).textOverflow !== "ellipsis",
    )
    .filter((element) => getComputedStyle(element).display !== "inline")
    .map((element) => `${element.className || element.tagName}: ${element.textContent}`);
}

describe("axe finds nothing, and nothing is clipped, in", () => {
  for (const [name, { options, reach }] of Object.entries(states)) {
    it(name, async () => {
      const main = openWindow(structuredClone(options ?? {}));
      await expect.element(heading("Møder")).toBeVisible();
      await reach(main);
      for (const theme of themes) {
        document.documentElement.dataset["theme"] = theme;
        for (const width of widths) {
          await page.viewport(width, 900);
          // One whose element goes while we wait is cancelled, and that is an end as well.
          const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
          await Promise.allSettled(ending.map((animation) => animation.finished));
          expect({ theme, width, violations: await violations(), clipped: clipped() }).toEqual({
            theme,
            width,
            violations: [],
            clipped: [],
          });
        }
      }
    }, 60_000);
  }
});
