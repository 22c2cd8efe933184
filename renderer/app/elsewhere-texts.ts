/** Every text of what was deleted on another PC while it is open here. */
export const elsewhereTexts = {
  told: {
    deleted:
      "Mødet er slettet på en anden pc. Alt står her endnu. Skriv videre, eller behold det, så er det i listen igen, også for de andre.",
    meeting:
      "Mødet blev slettet på en anden pc, mens det var åbent her. Du skrev videre, så det er i listen igen, og for de andre, når det lægges i mappen.",
    part: "Noget, du skrev i, blev slettet på en anden pc. Du skrev videre, så det er her igen, og for de andre, når mødet lægges i mappen.",
  },
  keep: "Behold mødet",
  kept: "Mødet er i listen igen",
} as const;
