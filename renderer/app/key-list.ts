/** One line of the key dialog: the keys as they are written on the keyboard, and what they do. */
export type KeyLine = { keys: string; does: string };

/** All keys, as F1 shows them. */
export const keyGroups: readonly { title: string; lines: readonly KeyLine[] }[] = [
  {
    title: "Overalt",
    lines: [
      { keys: "Ctrl K", does: "Find alt: handlinger, fraser, punkter og opfølgninger" },
      { keys: "Ctrl K  ?", does: "Hvad der før er besluttet om punktet, eller om det, du skriver" },
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
    title: "I opfølgningerne",
    lines: [
      { keys: "↑ ↓", does: "Vælg en opfølgning" },
      { keys: "Mellemrum", does: "Den er færdig" },
      { keys: "E", does: "Skriv ejer" },
      { keys: "F", does: "Skriv frist" },
      { keys: "Enter", does: "Åbn beslutningen" },
    ],
  },
  {
    title: "I listerne i Indstillinger",
    lines: [
      { keys: "↑ ↓", does: "Vælg en linje" },
      { keys: "Enter  F2", does: "Ret linjen" },
      { keys: "Delete", does: "Slet linjen" },
    ],
  },
  {
    title: "I mødet",
    lines: [
      { keys: "Ctrl ↓  Ctrl ↑", does: "Næste og forrige punkt" },
      { keys: "Ctrl 1 … 9", does: "Gå til punkt 1 til 9" },
      { keys: "Ctrl Enter", does: "Skriv den sædvanlige beslutning; igen i et svar: med bemærkning, udsat …" },
      { keys: "Tab  →", does: "Tag det foreslåede, hele eller et ord; Tab går ellers til næste ‹…›" },
      { keys: "/", does: "Fraser, først på en linje eller efter et mellemrum" },
      { keys: "@", does: "Personer og enheder" },
      { keys: "Ctrl Shift O", does: "Opfølgning til og fra: det markerede eller sætningen" },
      { keys: "Alt Enter", does: "Opfølgningens ansvarlige og frist, eller forslag til ordet" },
      { keys: "F7", does: "Næste ord eller sted med en mærkning" },
      { keys: "Ctrl Shift N", does: "Nyt punkt" },
      { keys: "F8", does: "Start eller stop uret for punktet" },
      { keys: "Shift F8", does: "Hør, hvad uret viser" },
      { keys: "F9", does: "Punktet skubbes til næste møde, eller alligevel ikke" },
      { keys: "Shift F9", does: "Punktet udgår, eller alligevel ikke" },
      { keys: "Ctrl S", does: "Alt er gemt: svarer, at det er det; igen, og udgaven får et navn" },
      { keys: "Ctrl Z  Ctrl Y", does: "Fortryd og gentag i teksten, også det, der er skrevet før mødet blev åbnet" },
      { keys: "Ctrl S to gange", does: "Navngiv denne udgave" },
      { keys: "Ctrl Shift E", does: "Afslut mødet: læs korrektur, og læg referatet i mappen" },
      { keys: "Ctrl E", does: "Eksportér referatet som PDF" },
      { keys: "Ctrl Shift P", does: "Eksportér som …: vælg form, udgave og format" },
      { keys: "Ctrl Shift C", does: "Kopiér punktet med formatering, til Word, Outlook og andre" },
      { keys: "Ctrl Shift S", does: "Læg referatet i den delte mappe" },
      { keys: "Ctrl Shift G", does: "Godkend sidste mødes referat i Punkt 2" },
      { keys: "Ctrl Shift R", does: "Læg sidste mødes referat ved Punkt 2" },
      { keys: "Ctrl P", does: "Forhåndsvisning: de færdige sider, mens du skriver" },
      { keys: "Alt 1  Alt 2  Alt 3  Alt 4", does: "Bilag, Møde, Opfølgninger og Historik ved hånden" },
      { keys: "Esc", does: "Fra teksten til dagsordenen, og derfra til møderne" },
    ],
  },
  {
    title: "I Afslut mødet",
    lines: [
      { keys: "↑ ↓", does: "Vælg det, der skal ses på" },
      { keys: "Enter", does: "Gør det foreslåede, eller gå til stedet i teksten" },
      { keys: "Mellemrum", does: "Behold det, som det er" },
      { keys: "Ctrl Z", does: "Fortryd det sidste" },
      { keys: "Ctrl Shift S", does: "Eksportér referatet, og læg det i mappen" },
      { keys: "Ctrl E", does: "Eksportér kun til en fil" },
      { keys: "Esc", does: "Tilbage til teksten" },
    ],
  },
  {
    title: "I bilagene",
    lines: [
      { keys: "Enter", does: "Vis bilagets sider" },
      { keys: "↑ ↓  PgUp PgDn", does: "Forrige og næste side" },
      { keys: "Shift Enter", does: "Åbn bilaget i et andet program" },
      { keys: "F2", does: "Omdøb bilaget" },
      { keys: "Alt Shift ↑  Alt Shift ↓", does: "Flyt bilaget" },
      { keys: "Delete", does: "Slet bilaget" },
      { keys: "Esc", does: "Tilbage til listen; mens filer lægges ved: afbryd" },
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
