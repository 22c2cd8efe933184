/** The words of the referat's other forms: what is copied. */
export const formTexts = {
  copy: {
    item: (number: number) => `Punkt ${number} er kopieret`,
    closedItem: (number: number) => `Punkt ${number} er kopieret. Det er et lukket punkt.`,
    full: "Referatet er kopieret",
    fullWithClosed: "Referatet er kopieret, også de lukkede punkter",
    open: "Den offentlige udgave er kopieret",
  },
} as const;
