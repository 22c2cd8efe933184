/** The words of the referat's other forms: what is copied, and the referat of the meeting before. */
export const formTexts = {
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
