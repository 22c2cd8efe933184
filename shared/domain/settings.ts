import { z } from "zod";
import { exportFormat, referatEdition, referatForm } from "./edition.ts";
import { publicContact } from "./public-contact.ts";
import { lineText } from "./text.ts";

/** Settings of this installation. They are not synced. */
export const settings = z.strictObject({
  /** The referent at this PC, proposed for each new meeting. */
  minuteTaker: lineText,
  /** Light, dark, or as the system says. */
  theme: z.enum(["system", "light", "dark"]),
  /** Face of the record in the window: serif (antikva) or the UI's own (grotesk). */
  recordFace: z.enum(["serif", "sans"]),
  /** Printed above the referat's title, e.g. "Aarhus Kommune · Sociale Forhold og Beskæftigelse". */
  organisation: lineText,
  /** What was chosen the last time in *Eksportér som*. */
  exportAs: z.strictObject({ form: referatForm, edition: referatEdition, format: exportFormat }),
  /** Addresses, domains and telephone numbers that may stand in an open edition; any other is refused there. */
  publicContacts: z.array(publicContact).max(500),
  /** Whether an open edition tells of a closed punkt by its number, "Punkt 5 er lukket"; otherwise its number is a gap. */
  tellClosed: z.boolean(),
});
export type Settings = z.infer<typeof settings>;

export const defaultSettings: Settings = {
  minuteTaker: "",
  theme: "system",
  recordFace: "serif",
  organisation: "Aarhus Kommune · Sociale Forhold og Beskæftigelse",
  exportAs: { form: "collected", edition: "full", format: "pdf" },
  publicContacts: ["aarhus.dk", "89 40 20 00"],
  tellClosed: false,
};
