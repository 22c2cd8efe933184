/** What is chosen between, in the definite: "to udgaver af beslutningen". */
const fields: Readonly<Record<string, string>> = {
  "item decision": "beslutningen",
  "item publicDecision": "den offentlige beslutning",
  "item agendaText": "dagsordenteksten",
  "item title": "titlen",
  "item minutes": "tiden",
  "recommendation text": "indstillingen",
  "attachment title": "bilagets titel",
  "category name": "kategoriens navn",
  "meeting title": "mødets titel",
  "meeting date": "datoen",
  "meeting start": "starttidspunktet",
  "meeting end": "sluttidspunktet",
  "meeting place": "stedet",
  "meeting minuteTaker": "referenten",
  "meeting information": "informationen",
  "attendance reason": "grunden",
  "attendance itemId": "punktet",
};

/** What a register is called, and for a line of the attendance whose it is. */
type Named = { entity: string; field: string; about?: string | null };

const fieldName = ({ entity, field, about }: Named): string =>
  `${fields[`${entity} ${field}`] ?? "teksten"}${about == null ? "" : ` for ${about}`}`;

/** "Martins", "Lars'", "en andens" */
function genitive(name: string): string {
  if (name === "") return "en andens";
  return /[sxz]$/i.test(name) ? `${name}'` : `${name}s`;
}

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? "";

/** Whose a version is: "din", "Martins". */
function whose(by: string | null): string {
  return by === null ? "din" : genitive(firstName(by));
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} og ${words.at(-1)}`;
}

/** Every text of choosing between versions that did not know of each other. */
export const versionTexts = {
  found: (named: Named, owners: readonly (string | null)[]) =>
    `${owners.length === 2 ? "To" : owners.length} udgaver af ${fieldName(named)}: ${listed(owners.map(whose))}`,
  outside: "Mødets oplysninger",
  someone: "en anden",
  choose: "Vælg udgave",
  title: (named: Named, count: number) => `${count === 2 ? "To" : count} udgaver af ${fieldName(named)}`,
  description: "De er skrevet, uden at den ene kendte den anden. Den, du vælger, gælder for alle, når mødet lægges i mappen.",
  version: (by: string | null) => (by === null ? "Din udgave" : `${genitive(firstName(by))} udgave`),
  empty: "Intet skrevet",
  noItem: "Intet punkt",
  toAttendance: "Se fremmødet",
  attendsTwice: "Står flere gange i fremmødet",
  take: (by: string | null) => (by === null ? "Behold min" : by === "" ? "Tag den andens" : `Tag ${genitive(firstName(by))}`),
  all: "Begge efter hinanden",
  chosen: (by: string | null) => (by === null ? "Din udgave gælder" : `${genitive(firstName(by))} udgave gælder`),
  chosenAll: "Udgaverne står efter hinanden",
  cameFirst: (found: readonly string[]) =>
    found.length === 1 ? `${found[0]}. Det står øverst.` : `${found.length} ting er skrevet to gange. De står øverst.`,
  came: (count: number) =>
    count === 1 ? "Noget er skrevet to gange. Vælg i Afslut mødet." : `${count} ting er skrevet to gange. Vælg i Afslut mødet.`,
} as const;
