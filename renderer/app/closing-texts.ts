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

function things(count: number): string {
  return count === 1 ? "1 ting at se på" : `${count} ting at se på`;
}
