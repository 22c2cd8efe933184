import { expect } from "vitest";
import { page } from "vitest/browser";
import { expectAccessible, inMeeting, press } from "./expect-accessible.tsx";
import { decidedMeeting, fullMeeting, trouble } from "./shown-meetings.ts";

expectAccessible({
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
  "Afslut mødet with nothing to look at": {
    options: { meetings: [decidedMeeting()] },
    reach: async (main) => {
      await inMeeting(main);
      await press("{Control>}{Shift>}E{/Shift}{/Control}");
      await expect.element(page.getByRole("heading", { name: "Alt er set igennem." })).toBeVisible();
    },
  },
  "Afslut mødet with two versions to choose between": {
    options: { meetings: [decidedMeeting()] },
    reach: async (main) => {
      const version = { actor: crypto.randomUUID(), counter: 1, by: null };
      const versions = [
        { ...version, value: "forhindret" },
        { ...version, actor: crypto.randomUUID(), value: "på kursus i Odense", by: "Anna Berg" },
      ];
      const line = { entity: "attendance", id: crypto.randomUUID(), field: "reason", itemId: null, itemNumber: null } as const;
      main.twofold = [{ ...line, about: "Stabschef Louise Rohde", versions }];
      await inMeeting(main);
      await press("{Control>}{Shift>}E{/Shift}{/Control}");
      const finding = page.getByRole("button", { name: /^To udgaver af grunden for Stabschef Louise Rohde: din og Annas/ });
      await expect.element(finding).toHaveFocus();
      await press("{Enter}");
      await expect.element(page.getByRole("dialog", { name: "To udgaver af grunden for Stabschef Louise Rohde" })).toBeVisible();
    },
  },
});
