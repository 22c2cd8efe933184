const lines = [
  "Denne mappe bruges af programmet Referent til referater af rådmandsmøder.",
  "",
  "Hvad ligger her?",
  "",
  "  Referater      Færdige referater som PDF, en mappe for hvert år. Dem må alle med adgang",
  "                 læse, kopiere og sende videre. Et ændret referat får sin egen fil, der ender på",
  "                 v2, v3 og så videre. Referent læser aldrig disse filer igen.",
  "",
  "  data           Møderne, som Referent selv læser dem, så flere pc'er kan arbejde på de samme",
  "                 møder. Her ligger også lukkede punkter og alle bilag. Giv derfor kun adgang til",
  "                 mappen til dem, der må se lukkede punkter.",
  "",
  "Hvad skal man lade være med?",
  "",
  "  - Ret ikke, omdøb ikke og slet ikke noget i mappen data.",
  "  - Flyt ikke mappen, uden at alle vælger den igen i Referent under Indstillinger.",
  "  - Filer, hvis navn begynder med .tmp-, er halvt skrevne. Dem kan man se bort fra.",
  "",
  "Forsvinder noget her, sletter Referent intet på pc'erne. Alt, hvad I har skrevet, ligger også dér.",
  "Referent overskriver og sletter aldrig en fil, som en anden har lagt.",
];

export const readmePath = "LAES-MIG.txt";

/** The folder's readme for people: UTF-8 with a byte order mark and CRLF, so that every Notepad shows the Danish letters. */
export function readmeBytes(): Uint8Array {
  return Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf8");
}
