import { expect } from "vitest";
import { page } from "vitest/browser";
import { newMeeting } from "../../support/fake-meeting.ts";
import { expectAccessible, heading, inMeeting, press } from "./expect-accessible.tsx";
import { followedMeeting, people, phrases, trouble } from "./shown-meetings.ts";

expectAccessible({
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
  "the settings with a folder in trouble": {
    options: { folder: trouble },
    reach: async () => {
      await press("{Control>},{/Control}");
      await expect.element(heading("Indstillinger")).toBeVisible();
    },
  },
});
