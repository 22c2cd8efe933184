/** Every text of *Afslut mødet*. */
export const closingTexts = {
  title: "Afslut mødet",
  command: "Afslut mødet: læs korrektur, og læg referatet i mappen",
  lead: "Læs korrektur, før referatet lægges i mappen.",
  done: (done: number, all: number) => `${done} af ${all}`,
  doneTail: "er klaret.",
  allDone: "Alt er set igennem.",
  allDoneText: "Læg referatet i mappen med Ctrl+Shift+S, eller gå tilbage til teksten med Esc.",
  checking: "Staver teksten igennem …",
  notChecked: (reason: string) => `Teksten er ikke stavet igennem. ${reason}`,
  locked: "Mødet er låst, så der kan ikke rettes her. Lås det op, eller læg det i mappen, som det er.",
  groups: { required: "Skal løses", advised: "Bør ses igennem", done: "Klaret" },
  place: (number: number, title: string) => `Punkt ${number} · ${title}`,
  punkt: (number: number) => `Punkt ${number}`,
  found: {
    "no-decision": "Beslutningen mangler",
    "at-point-unanswered": (number: number) => `at ${number}) er ikke besvaret`,
    "at-point-unfinished": (number: number) => `at ${number}) er ikke skrevet færdig`,
    "no-owner": "Opfølgning uden ejer",
    "bad-attachment": "Bilag kan ikke vises",
    spelling: "Stavning",
    style: "Husets stil",
  },
  nothingWritten: "Der står intet under punktet.",
  unwritten: "Der er ingen beslutning til indstillingen.",
  attachment: (title: string, trouble: string) => `»${title}« ${trouble}`,
  acts: {
    correct: "Ret",
    goToDecision: "Skriv beslutningen",
    goToText: "Ret i teksten",
    writeSelf: "Skriv selv",
    goToAttachments: "Se bilagene",
    chooseOwner: "Vælg ejer",
    addWord: "Tilføj til ordlisten",
    keep: "Behold",
  },
  owners: (text: string) => `Ejere af ${text}`,
  kept: "Beholdt",
  hints: { choose: "vælg", act: "gør det foreslåede", keep: "behold", undo: "fortryd", back: "til teksten" },
  panel: {
    title: "Det lægges i mappen",
    referat: (items: number, attachments: number) =>
      ["Samlet", items === 1 ? "1 punkt" : `${items} punkter`, attachments === 0 ? "" : `${attachments} bilag`]
        .filter((part) => part !== "")
        .join(" · "),
    short: "Læg også det korte referat i mappen",
    shortHint: "Titler og beslutninger",
    copy: "En kopi af mødet",
    copyHint: "Så de andre referenter kan hente det",
    closed: (numbers: readonly number[]) =>
      numbers.length === 1 ? `Punkt ${numbers[0]} er lukket` : `Punkt ${listed(numbers)} er lukkede`,
    closedHint: "Med i referatet i mappen. Den offentlige udgave er uden.",
    exportOpen: "Eksportér offentlig udgave",
    folder: "Mappe",
    path: (year: string, folder: string) => `Referater › ${year} i »${folder}«`,
    noFolder: "Ikke valgt endnu",
    chooseFolder: "Vælg mappe",
    chooseAnother: "Vælg en anden mappe",
    followUps: "Opfølgninger",
    followUpCount: (open: number) => (open === 0 ? "Ingen åbne" : open === 1 ? "1 føres videre" : `${open} føres videre`),
    state: "Tilstand",
    states: {
      planned: "Bliver kladde, når det lægges i mappen",
      running: "Bliver kladde, når det lægges i mappen",
      draft: "Kladde, indtil det er godkendt",
      approved: "Godkendt",
    },
    twofold: (items: readonly number[]) =>
      `${items.length === 0 ? "Mødets oplysninger" : `Punkt ${listed(items)}`} har to udgaver. Vælg én, før mødet kan lægges i mappen.`,
    lacking: (what: string) => `${what}. Det kan lægges i mappen alligevel.`,
    lacks: (decisions: readonly number[], answers: readonly number[]) =>
      [
        decisions.length === 0 ? "" : `Mangler beslutning til punkt ${listed(decisions)}`,
        answers.length === 0 ? "" : `${decisions.length === 0 ? "Mangler" : "og"} svar til indstillingen i punkt ${listed(answers)}`,
      ]
        .filter((part) => part !== "")
        .join(" "),
    lay: "Eksportér og læg i mappen",
    layAgain: "Læg i mappen igen",
    exportOnly: "Eksportér kun til en fil",
    setting: "Sætter siderne og læser dem efter …",
    laying: "Lægger i mappen …",
    exporting: "Eksporterer …",
    meanwhile: "Du kan skrive videre imens. Mødet er gemt på pc'en.",
    laid: (when: string) => `Lagt i mappen ${when}`,
    laidHint: "Mødet er en kladde, til referatet er godkendt.",
    backToMeetings: "Tilbage til møderne",
    goToItem: (number: number) => `Gå til punkt ${number}`,
  },
  said: {
    opened: (left: number, required: number) =>
      left === 0 ? "Afslut mødet. Der er ikke noget at rette." : `Afslut mødet. ${things(left)}, ${required} skal løses.`,
    left: (what: string, left: number) => `${what}. ${left === 0 ? "Alt er set igennem" : `${left} tilbage`}`,
    undone: (left: number) => `Fortrudt. ${left} tilbage`,
    nothingToUndo: "Der er ikke mere at fortryde her",
    changedSince: "Teksten er ændret siden, så det kan ikke fortrydes her",
    placeGone: "Teksten er en anden nu, så forslaget passer ikke mere",
  },
} as const;

/** "2, 5 og 8" */
function listed(numbers: readonly number[]): string {
  return numbers.length < 2 ? numbers.join("") : `${numbers.slice(0, -1).join(", ")} og ${numbers.at(-1)}`;
}

function things(count: number): string {
  return count === 1 ? "1 ting at se på" : `${count} ting at se på`;
}
