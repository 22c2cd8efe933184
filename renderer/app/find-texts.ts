/** The Danish words of looking for something in the text of the open meeting. */
export const findTexts = {
  command: "Find i teksten",
  everywhere: "Find i alle møder",
  label: "Find i teksten",
  placeholder: "Find i teksten",
  none: "Intet fundet",
  place: (at: number, count: number) => `${at} af ${count}`,
  next: "Næste",
  previous: "Forrige",
} as const;
