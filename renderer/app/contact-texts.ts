/** The words of the list of contacts that anyone may see. */
export const contactTexts = {
  title: "Offentlige kontakter",
  intro:
    "Telefonnumre og e-mailadresser, der må stå i det offentlige referat. Står der andre, bliver det ikke lavet. Et domæne som aarhus.dk tillader alle adresser på det.",
  list: "Offentlige kontakter",
  contact: "Ny kontakt",
  edit: "Ret kontakten",
  add: "Tilføj",
  error: "Skriv en e-mailadresse, et domæne eller et telefonnummer.",
  empty: "Listen er tom: intet telefonnummer og ingen e-mailadresse må stå i det offentlige referat.",
  kinds: { domain: "alle adresser på domænet", email: "e-mailadresse", phone: "telefonnummer" },
} as const;

/** The words of what the open edition tells of closed punkter. */
export const closedTexts = {
  label: "Lukkede punkter i det offentlige referat",
  ways: { gap: "Springes over", told: "Nævnes ved nummer" },
  hint: 'Nævnes de, står der "Punkt 5 er lukket". Deres titel og indhold kommer aldrig med.',
} as const;
