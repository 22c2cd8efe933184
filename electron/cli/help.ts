export const hint = "Skriv referent help for at se kommandoerne.";

export const helpText = `referent – referater af rådmandsmøder fra kommandolinjen

  referent new [--date 2026-03-10] [--title TITEL] [--minute-taker NAVN]
                          laver et møde efter skabelonen og skriver dets id
  referent import FIL.json
                          læser et møde ind og skriver dets id
  referent list           viser møderne
  referent show ID        viser et møde; --json giver mødets JSON-format
  referent export ID --out FIL [--form samlet|kort] [--udgave fuld|offentlig] [--format pdf|html|json]
                          skriver referatet; samlet og fuld, når intet andet er sagt, og i det format,
                          som filens navn slutter på, ellers PDF. JSON er hele mødet, med dets bilag ved siden af
  referent previous ID    lægger sidste mødes referat ved, kort og uden lukkede punkter, som bilag til punktet Referat
  referent sync --folder MAPPE
                          henter, hvad andre har lagt i den delte mappe, lægger afholdte møder i den og skriver JSON
  referent check          efterser database og bilag
  referent help           viser dette
  referent --version      viser versionen

Overalt: --data MAPPE vælger datamappen. --json giver JSON i new, import, list, show, export, previous og check.
Et id kan forkortes til sine første tegn, mindst fire.
Slutkode: 0 udført, 1 en fejl (forklaret i én linje), 2 forkert brug.
`;
