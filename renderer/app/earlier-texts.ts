import { longDate } from "../../shared/domain/date.ts";

/** The Danish words of *Tidligere*: what was decided before on the matter at hand. */
export const earlierTexts = {
  title: "Tidligere",
  command: "Vis Tidligere ved hånden",
  search: "Søg i det, der er besluttet før",
  found: (count: number) => (count === 1 ? "1 fund" : `${count} fund`),
  decided: "Besluttet før",
  newestFirst: "Sagen selv først, så de nyeste",
  noItem: "Sæt markøren i et punkt for at se, hvad der før er besluttet om det.",
  nothingTitle: "Intet besluttet før",
  nothing: (title: string) => `Der er ingen tidligere beslutning om "${title}". Søg selv efter et ord ovenfor.`,
  noneFit: (typed: string) => `Ingen tidligere beslutning har "${typed}".`,
  item: (number: number) => `Punkt ${number}`,
  unnumbered: "Uden nummer",
  open: "Åbn mødet",
  insert: "Indsæt henvisning",
  openOf: (date: string, title: string) => `Åbn mødet ${longDate(date)}: ${title}`,
  insertOf: (date: string, title: string) => `Indsæt henvisning til ${longDate(date)}: ${title}`,
  reference: (date: string, number: number | null) =>
    `jf. beslutningen på rådmandsmødet d. ${longDate(date)}${number === null ? "" : `, punkt ${number}`}`,
} as const;
