import { pastTense } from "./past-tense.ts";

/** The place in a phrase that the referent fills in. */
const fillIn = "‹…›";

/** One way in which an at-point may have been answered; `label` is what the list shows, `text` the whole line with its fill-in place. */
export type Refinement = {
  kind: "plain" | "remark" | "proviso" | "decided" | "postponed" | "undecided";
  label: string;
  text: string;
};

/** The ways to answer at-point `number`, the usual one first; without those that need a verb in the past that is not known. Source: domain.md. */
export function refinements(number: number, recommendation: string): Refinement[] {
  const lead = `at ${number})`;
  const past = pastTense(recommendation);
  const base = past?.replace(/[.!?]+$/, "");
  const of = (kind: Refinement["kind"], label: string, words: string): Refinement => ({ kind, label, text: `${lead} ${words}` });
  const answered =
    base === undefined
      ? []
      : [
          of("plain", "Som indstillet", `${base}.`),
          of("remark", "Med bemærkning", `${base} med bemærkning om, at ${fillIn}.`),
          of("proviso", "Med forbehold", `${base} med det forbehold, at ${fillIn}.`),
          of("decided", "Og besluttede", `${base} og besluttede, at ${fillIn}.`),
        ];
  return [
    ...answered,
    of("postponed", "Udsat", "rådmanden udsatte punktet."),
    of("undecided", "Ikke taget stilling", "rådmanden tog ikke stilling til punktet."),
  ];
}
