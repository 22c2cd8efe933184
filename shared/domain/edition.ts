import { z } from "zod";

/** *Samlet*: everything, bilag too. *Kort*: each punkt's title with its decision, as it is approved next week. Source: domain.md, two layouts. */
export const referatForm = z.enum(["collected", "short"]);
export type ReferatForm = z.infer<typeof referatForm>;

/** *Fuld*: closed punkter too. *Offentlig*: nothing of a closed punkt but its number and its public decision text. */
export const referatEdition = z.enum(["full", "open"]);
export type ReferatEdition = z.infer<typeof referatEdition>;

/** PDF is the referat as it is kept; HTML the same words as one page for a browser; JSON the meeting itself (docs/meeting-format.md). */
export const exportFormat = z.enum(["pdf", "html", "json"]);
export type ExportFormat = z.infer<typeof exportFormat>;

/** What is exported; the collected form in the full edition as PDF where nothing else is said. */
export type ExportKind = { form?: ReferatForm | undefined; edition?: ReferatEdition | undefined; format?: ExportFormat | undefined };
