/** The texts of bilag on their way in, and of their pages. */
export const attachmentTexts = {
  begun: (total: number) => (total === 1 ? "Lægger 1 fil ved" : `Lægger ${total} filer ved`),
  adding: (place: number, total: number) => (total === 1 ? "Lægger 1 fil ved" : `Lægger fil ${place} af ${total} ved`),
  stop: "Afbryd",
  stopping: "Afbryder efter denne fil …",
  ended: (added: number, total: number, stopped: boolean, troubled: number) => {
    const all = added === total ? `${total === 1 ? "1 fil" : `${total} filer`} er lagt ved` : `${added} af ${total} filer er lagt ved`;
    const trouble = troubled === 0 ? "" : `, og ${troubled} af dem kan ikke vises i referatet`;
    return `${stopped ? "Afbrudt: " : ""}${all}${trouble}.`;
  },
  dropOn: (number: number) => `Slip filerne som bilag til punkt ${number}`,
  pastedImage: "Indsat billede.png",
  beforeExport: "Før du eksporterer: disse bilag kan ikke vises i referatet.",
  pages: {
    show: "Vis siderne",
    openElsewhere: "Åbn i et andet program",
    back: "Bilagene",
    pageOf: (page: number, pages: number) => `Side ${page} af ${pages}`,
    previous: "Forrige side",
    next: "Næste side",
    loading: "Siderne hentes …",
    notDrawn: "Siden kan ikke vises her. Filen ligger ved mødet, som den blev lagt ved. Åbn den i et andet program.",
  },
} as const;
