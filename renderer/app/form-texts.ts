/** The words of the referat's other forms: what is exported and copied, and the referat of the meeting before. */
export const formTexts = {
  exportAs: {
    title: "Eksportér som",
    description: "Filen holdes op mod mødet, før den lægges, hvor du vælger.",
    form: "Form",
    forms: { collected: "Samlet", short: "Kort" },
    edition: "Udgave",
    editions: { full: "Fuld", open: "Offentlig" },
    format: "Format",
    formats: { pdf: "PDF", html: "HTML", json: "JSON" },
    says: {
      collected: "Hele dagsordenen med indstillinger, beslutninger og bilag.",
      collectedHtml: "Hele dagsordenen med indstillinger og beslutninger; bilagene står med navn.",
      short: "Hvert punkts titel og beslutning, som det godkendes på næste møde.",
      json: "Hele mødet, så det kan læses ind igen. Bilagene lægges i en mappe ved siden af.",
      jsonOpen: "Hele mødet, så det kan læses ind igen. De bilag, der kan efterses, lægges i en mappe ved siden af.",
      full: (closed: number) => (closed === 0 ? "" : closed === 1 ? "Med det lukkede punkt." : `Med de ${closed} lukkede punkter.`),
      open: (closed: number) =>
        closed === 0 ? "Mødet har ingen lukkede punkter." : closed === 1 ? "Uden det lukkede punkt." : `Uden de ${closed} lukkede punkter.`,
    },
    fileName: "Fil",
    act: "Vælg sted og eksportér",
  },
  exporting: {
    begun: "Referatet laves",
    stages: {
      bilag: (place: number, total: number) => `Bilag ${place} af ${total} efterses`,
      pages: () => "Siderne sættes op",
      reading: () => "Filen læses igen",
    },
    stop: "Afbryd",
    stopped: "Eksporten er afbrudt. Ingen fil er skrevet.",
    notLaid: "Afbrudt. Intet er lagt i mappen.",
  },
  copy: {
    item: (number: number) => `Punkt ${number} er kopieret`,
    closedItem: (number: number) => `Punkt ${number} er kopieret. Det er et lukket punkt.`,
    full: "Referatet er kopieret",
    fullWithClosed: "Referatet er kopieret, også de lukkede punkter",
    open: "Den offentlige udgave er kopieret",
  },
  previous: {
    making: "Sidste mødes referat sættes op",
    added: (title: string, number: number) => `${title} ligger ved Punkt ${number}`,
    replaced: (title: string, number: number) => `${title} er lagt ved Punkt ${number} igen, som det ser ud nu`,
    unchanged: (title: string, number: number) => `${title} ligger allerede ved Punkt ${number}`,
    withoutClosed: "Lukkede punkter er ikke med.",
  },
} as const;
