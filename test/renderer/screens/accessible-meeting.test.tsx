import { expect } from "vitest";
import { page } from "vitest/browser";
import { newMeeting, text } from "../../support/fake-meeting.ts";
import { expectAccessible, inMeeting, press } from "./expect-accessible.tsx";
import { approved, followedMeeting, fullMeeting, previous, runningMeeting, trouble } from "./shown-meetings.ts";

expectAccessible({
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
  "the meeting that is deleted on another PC": {
    options: { meetings: [fullMeeting()] },
    reach: async (main) => {
      await inMeeting(main);
      const meetingId = main.meetings[0]?.id ?? "";
      main.deleteMeeting(meetingId);
      main.emit("meetings:received", { meetingIds: [meetingId] });
      await expect.element(page.getByRole("button", { name: "Behold mødet" })).toBeVisible();
    },
  },
});
