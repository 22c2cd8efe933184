/** One line of the key dialog: the keys as they are written on the keyboard, and what they do. */
export type KeyLine = { keys: string; does: string };

/** All keys, as F1 shows them. */
export const keyGroups: readonly { title: string; lines: readonly KeyLine[] }[] = [
  {
    title: "Overalt",
    lines: [
      { keys: "Ctrl N", does: "Nyt møde" },
      { keys: "Ctrl O", does: "Læs et møde ind fra en fil" },
      { keys: "Ctrl ,", does: "Indstillinger" },
      { keys: "Alt ←", does: "Tilbage til møderne" },
      { keys: "Ctrl Z", does: "Fortryd det, der lige er slettet" },
      { keys: "F1", does: "Denne liste" },
    ],
  },
  {
    title: "I listen over møder",
    lines: [
      { keys: "↑ ↓", does: "Vælg et møde" },
      { keys: "Enter", does: "Åbn mødet" },
      { keys: "Delete", does: "Slet mødet" },
    ],
  },
  {
    title: "I mødet",
    lines: [
      { keys: "Ctrl ↓  Ctrl ↑", does: "Næste og forrige punkt" },
      { keys: "Ctrl 1 … 9", does: "Gå til punkt 1 til 9" },
      { keys: "Ctrl Enter", does: "Skriv den sædvanlige beslutning" },
      { keys: "Ctrl Shift O", does: "Opfølgning til og fra: det markerede eller sætningen" },
      { keys: "Alt Enter", does: "Opfølgningens ansvarlige og frist, eller forslag til ordet" },
      { keys: "F7", does: "Næste ord eller sted med en mærkning" },
      { keys: "Ctrl Shift N", does: "Nyt punkt" },
      { keys: "F8", does: "Start eller stop uret for punktet" },
      { keys: "Shift F8", does: "Hør, hvad uret viser" },
      { keys: "F9", does: "Punktet skubbes til næste møde, eller alligevel ikke" },
      { keys: "Shift F9", does: "Punktet udgår, eller alligevel ikke" },
      { keys: "Ctrl S", does: "Alt er gemt: svarer, at det er det" },
      { keys: "Ctrl E", does: "Eksportér referatet som PDF" },
      { keys: "Ctrl Shift S", does: "Læg referatet i den delte mappe" },
      { keys: "Alt 1  Alt 2", does: "Bilag og Møde ved hånden" },
      { keys: "Esc", does: "Fra teksten til dagsordenen, og derfra til møderne" },
    ],
  },
  {
    title: "I dagsordenen",
    lines: [
      { keys: "↑ ↓", does: "Vælg et punkt" },
      { keys: "Enter", does: "Gå til punktet i teksten" },
      { keys: "F2", does: "Ret punktets titel" },
      { keys: "Alt Shift ↑  Alt Shift ↓", does: "Flyt punktet" },
      { keys: "Delete", does: "Slet punktet" },
      { keys: "→", does: "Punktets handlinger" },
    ],
  },
];
