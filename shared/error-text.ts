import { type AppError, assertNever } from "./errors.ts";

/** An error in a referent's words: what happened, that nothing is lost, and what to do. Two or three short sentences in Danish. */
export function describeError(error: AppError): string {
  switch (error.kind) {
    case "invalid-input":
      return `Feltet "${error.field}" kan ikke gemmes: ${error.reason}. Det, der stod før, er uændret. Ret feltet, og prøv igen.`;
    case "not-found":
      return `${notFoundNames[error.what]} findes ikke længere. Gå tilbage til listen, og åbn mødet igen.`;
    case "meeting-locked":
      return `"${error.title}" er låst, og ændringen er ikke gemt. Det, der står i mødet, er uændret. Lås mødet op, og prøv igen.`;
    case "nothing-to-approve":
      return "Der er intet tidligere møde i serien, så der er intet referat at godkende. Intet er ændret.";
    case "no-previous-referat":
      return previousTexts[error.lacks];
    case "too-large":
      return `${error.what} er for stor: ${describeBytes(error.actualBytes)}, og grænsen er ${describeBytes(error.limitBytes)}. Intet er ændret. Del indholdet op, eller læg det ved som bilag.`;
    case "import-invalid":
      return `Filen kan ikke læses ind. Feltet ${error.field}: ${error.reason}. Intet er ændret. Ret filen, og prøv igen.`;
    case "data-folder-unwritable":
      return `Datamappen kan ikke skrives (${error.code}). Intet er ændret. Giv din bruger skriveadgang, eller vælg en anden mappe med --data.`;
    case "data-folder-remote":
      return `Datamappen skal ligge på denne pc: ${error.reason}. En database på et netværksdrev kan blive ødelagt. Vælg en lokal mappe; den delte mappe vælges i Indstillinger.`;
    case "database-too-new":
      return `Databasen er skrevet af en nyere udgave af Referent (version ${error.found}, denne kender ${error.known}). Intet er ændret. Opdatér Referent på denne pc.`;
    case "database-unusable":
      return `Databasen kan ikke åbnes: ${error.reason}. Filen er beholdt, som den er. Gendan en sikkerhedskopi fra mappen "backups", eller hent hjælp.`;
    case "save-failed":
      return `Ikke gemt (${error.code}). Teksten er her stadig, og Referent prøver igen. Luk ikke vinduet.`;
    case "disk-full":
      return diskFullTexts[error.where];
    case "file-unreadable":
      return `Filen "${error.name}" kan ikke læses (${error.code}). Intet er ændret. Se efter, om filen findes, og om du har adgang til den.`;
    case "file-unwritable":
      return `Filen "${error.name}" kan ikke skrives (${error.code}). Mødet er gemt på pc'en. Vælg et andet sted, eller luk programmet, der har filen åben.`;
    case "folder-not-set":
      return "Der er ikke valgt en delt mappe. Mødet er gemt på pc'en. Vælg mappen i Indstillinger.";
    case "folder-absent":
      return "Mappen kan ikke nås. Alt er gemt på pc'en og lægges i mappen, så snart den er der igen.";
    case "folder-read-only":
      return `Du kan ikke skrive i mappen (${error.code}). Alt er gemt på pc'en. Bed om skriveadgang til mappen, og prøv igen.`;
    case "folder-changed":
      return "Mappen er ikke den, der blev valgt: mærket i den mangler eller er et andet. Intet er skrevet eller slettet. Vælg mappen igen i Indstillinger, hvis den er flyttet.";
    case "folder-failed":
      return `Mappen svarede med en fejl (${error.code}). Alt er gemt på pc'en, og Referent prøver igen.`;
    case "two-versions":
      return `Der er to udgaver af det, der står i ${error.place}. Begge er gemt. Vælg i Afslut mødet, hvilken der gælder, og prøv igen.`;
    case "snapshot-newer":
      return `"${error.title}" ligger i mappen, skrevet af en nyere udgave af Referent. Intet her er ændret, og filen er gemt. Opdatér Referent på denne pc.`;
    case "snapshot-contradicts":
      return `"${error.title}" ligger i mappen i en udgave, der modsiger det, der er her. To pc'er bruger vist en kopi af samme datamappe. Intet af dit er ændret eller slettet. Start Referent igen på begge, og sammenlign mødet.`;
    case "snapshot-unreadable":
      return `Filen "${error.name}" i mappen kan ikke læses, selv om den har ligget der i ti minutter. Intet er ændret, og Referent prøver igen. Bed den, der lagde den, om at lægge mødet i mappen igen.`;
    case "attachment-refused":
      return `Bilaget "${error.name}" blev ikke taget med: ${error.reason}. De andre bilag er uændrede.`;
    case "macros-not-opened":
      return `Filen "${error.name}" har makroer og åbnes ikke herfra, for de kan skade pc'en. Den ligger ved mødet, som den blev lagt ved. Åbn den dér, hvor den kom fra, hvis du stoler på den.`;
    case "typeset-failed":
      return `Referatet kunne ikke sættes op (${error.detail}). Teksten er gemt. Prøv igen, og send teksten i parentesen til support, hvis det sker igen.`;
    case "referat-differs":
      return `Referatet blev ikke lavet: filen siger ikke det samme som mødet (${error.place}). Mødet er gemt. Prøv igen, og hent hjælp, hvis det sker igen.`;
    case "referat-leaks":
      return `Det offentlige referat blev ikke lavet: ${leakTexts[error.what]} står i det, ${error.place}. Mødet er gemt. ${leakAdvice[error.what]}`;
    case "spelling-failed":
      return "Stavekontrollen svarede ikke. Teksten er urørt. Skriv videre; den starter igen ved næste ord.";
    case "untrusted-sender":
      return "Anmodningen kom ikke fra Referents eget vindue og blev afvist.";
    case "internal":
      return `Der skete en uventet fejl. Det, der står som gemt, er gemt. Prøv igen, og oplys nummer ${error.logId}, hvis det sker igen.`;
    default:
      return assertNever(error);
  }
}

/** Bytes in a reader's unit, with the Danish decimal comma: "1,4 MB". */
export function describeBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / (1024 * 1024)).toFixed(1).replace(".", ",")} MB`;
}

const leakTexts = {
  closed: "tekst fra et lukket punkt",
  cpr: "et CPR-nummer",
  contact: "telefonnumre eller e-mailadresser, der ikke er offentlige,",
} as const;

const leakAdvice = {
  closed: "Ret teksten, og prøv igen.",
  cpr: "Ret teksten, og prøv igen.",
  contact: "Ret teksten, eller tilføj dem i Indstillinger under Offentlige kontakter, hvis alle må se dem.",
} as const;

const previousTexts = {
  meeting: "Der er intet tidligere møde i serien, som er holdt, så der er intet referat at lægge ved. Intet er ændret.",
  item: 'Mødet har intet punkt, der hedder "Referat", at lægge referatet ved. Intet er ændret. Lav punktet, og prøv igen.',
} as const;

const notFoundNames = {
  meeting: "Mødet",
  item: "Punktet",
  category: "Kategorien",
  attachment: "Bilaget",
  series: "Mødeserien",
  file: "Filen",
  revision: "Versionen",
  "follow-up": "Opfølgningen",
  person: "Personen eller enheden",
  phrase: "Frasen",
} as const;

const diskFullTexts = {
  data: "Disken er fuld. Teksten er her stadig, men kan ikke gemmes. Gør plads på disken; Referent prøver igen af sig selv.",
  folder: "Der er ikke plads i den delte mappe. Alt er gemt på pc'en og lægges i mappen, når der er plads.",
  export: "Der er ikke plads, hvor filen skulle ligge. Mødet er gemt på pc'en. Gør plads, eller vælg et andet sted.",
} as const;
