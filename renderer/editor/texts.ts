/** Every Danish word of the writing surface. */
export const editorTexts = {
  surface: "Mødets referat",
  item: (number: number) => `Punkt ${number}`,
  minutes: (minutes: number) => `${minutes} min`,
  attachments: (count: number) => `${count} bilag`,
  closed: "Lukket punkt",
  labels: {
    recommendations: "Det indstilles",
    decision: "Beslutning",
    publicDecision: "Beslutning i det åbne referat",
  },
  regions: {
    title: "titel",
    agendaText: "dagsordentekst",
    recommendations: "indstilling",
    decision: "beslutning",
    publicDecision: "beslutning i det åbne referat",
  },
  placeholders: {
    title: "Punktets titel",
    agendaText: "Dagsordentekst",
    recommendations: "Det indstilles, at …",
    decision: "Skriv beslutningen",
    publicDecision: "Det, der må stå i det åbne referat",
  },
  answered: "Besvaret",
  unanswered: "Ubesvaret",
  misnumbered: {
    unknown: (number: number) => `Indstillingen har intet punkt ${number}`,
    repeated: (number: number) => `Punkt ${number} er besvaret før`,
    "out-of-order": (number: number) => `Punkt ${number} står efter et senere`,
  },
  ghostKey: "Tab",
  ghostHint: (text: string) => `Forslag: ${text.trim()} Tab indsætter det.`,
  phrases: "Fraser",
  names: "Personer og enheder",
  answeredCount: (answered: number, all: number) => `${answered} af ${all} besvaret`,
  tooMuchPasted: (chars: number) =>
    `Der blev ikke indsat noget: teksten er på ${chars.toLocaleString("da-DK")} tegn, og der kan højst indsættes 200.000 ad gangen. Intet er ændret. Indsæt den i flere dele, eller læg den ved som bilag.`,
  fieldFull:
    "Feltet er fuldt: det kan højst rumme 256 KB. Det sidste blev ikke skrevet, resten står uændret. Flyt noget af teksten til et bilag eller et andet punkt.",
  titleFull:
    "Titlen er fuld: den kan højst have 2.000 tegn. Det sidste blev ikke skrevet, resten står uændret. Skriv resten i dagsordenteksten.",
  pointFull:
    "At-punktet er fuldt: det kan højst have 20.000 tegn. Det sidste blev ikke skrevet, resten står uændret. Fortsæt i et nyt at-punkt.",
  tooManyPoints: "Der kan højst være 100 at-punkter. Der blev ikke tilføjet flere, resten står uændret. Saml flere af dem i ét.",
  tooDeep: "Listen kan ikke rykkes længere ind. Intet er ændret. Ryk den ud med Shift+Tab.",
  clearedAcross: (items: number) => `Den markerede tekst i ${items} punkter er slettet. Fortryd med Ctrl+Z.`,
  marks: {
    unknown: (word: string) => `»${word}« står ikke i ordbogen.`,
    suspicious: (word: string) => `»${word}« ligner en slåfejl.`,
    add: "Tilføj til ordlisten",
    looking: "Finder forslag …",
    none: "Der er ingen mærkninger i teksten.",
  },
  followUp: {
    name: "Opfølgning",
    noOwner: "ingen ansvarlig",
    noDue: "ingen frist",
    owners: "Hvem",
    ownersHint: "Initialer eller navne",
    due: "Hvornår",
    dueHint: "Dato eller tidspunkt",
    save: "Gem",
  },
} as const;
