/** The texts of bilag on their way in. */
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
} as const;
