/** Verbs of an indstilling in the present, and what the minutes say happened. Sources: domain.md, and the ordinary verbs of a rådmandsmøde. */
const pastOf: Readonly<Record<string, string>> = {
  afklarer: "afklarede",
  afventer: "afventede",
  afviser: "afviste",
  anbefaler: "anbefalede",
  anerkender: "anerkendte",
  beder: "bad",
  bemærker: "bemærkede",
  bemyndiger: "bemyndigede",
  beslutter: "besluttede",
  bestiller: "bestilte",
  bevilger: "bevilgede",
  drøfter: "drøftede",
  efterspørger: "efterspurgte",
  fastholder: "fastholdt",
  fastlægger: "fastlagde",
  fortsætter: "fortsatte",
  foreslår: "foreslog",
  frigiver: "frigav",
  fremsender: "fremsendte",
  giver: "gav",
  godkender: "godkendte",
  godtager: "godtog",
  igangsætter: "igangsatte",
  indstiller: "indstillede",
  iværksætter: "iværksatte",
  lægger: "lagde",
  modtager: "modtog",
  nedsætter: "nedsatte",
  oversender: "oversendte",
  peger: "pegede",
  sender: "sendte",
  støtter: "støttede",
  tager: "tog",
  tilslutter: "tilsluttede",
  tiltræder: "tiltrådte",
  træffer: "traf",
  udpeger: "udpegede",
  udskyder: "udskød",
  vedtager: "vedtog",
  vælger: "valgte",
  ønsker: "ønskede",
};

/** How many words a subject may have before its verb: "rådmanden", "rådmand Kristian Würtz". */
const subjectWords = 4;

// Verbs in -ere are all regular (orienterer, prioriterer, kvitterer); of the others in -er no rule is safe.
function pastVerb(verb: string): string | null {
  const known = Object.hasOwn(pastOf, verb) ? pastOf[verb] : undefined;
  if (known !== undefined) return known;
  return /^\p{Ll}{2,}erer$/u.test(verb) ? `${verb.slice(0, -1)}de` : null;
}

/**
 * What happened, from what was recommended: "1. at rådmanden tager orienteringen til efterretning" gives "rådmanden tog orienteringen
 * til efterretning.". Null when the verb is not known for certain. Only the main clause changes: what stands after a comma, or after
 * an "at" or "om", is what was decided upon and stays in the present.
 */
export function pastTense(recommendation: string): string | null {
  const sentence = recommendation
    .trim()
    .replace(/^\d{1,3}[.)]\s*/, "")
    .replace(/^at\s+/i, "")
    .replace(/^Rådmanden(?!\p{L})/u, "rådmanden")
    .replace(/[\s,;]+$/, "");
  const words = sentence.split(/(\s+|[,;:])/);
  const verb = words.findIndex((word, index) => index > 0 && index <= subjectWords * 2 && pastVerb(word) !== null);
  if (verb < 0 || words.slice(0, verb).some(endsMainClause)) return null;
  const past = words.map((word, index) => (isMainVerb(words, index, verb) ? (pastVerb(word) ?? word) : word)).join("");
  return /[.!?]$/.test(past) ? past : `${past}.`;
}

// "tager orienteringen til efterretning og godkender budgettet": the second verb has the same subject.
function isMainVerb(words: string[], index: number, verb: number): boolean {
  if (index <= verb) return index === verb;
  return words[index - 2] === "og" && !words.slice(verb, index).some(endsMainClause);
}

function endsMainClause(word: string): boolean {
  return /^[,;:]$|\.$/.test(word) || /^(at|om|som|der|hvis|når|–|-)$/.test(word);
}

/**
 * The answer to at-point `number` as the decision has it: "at 1) rådmanden tog orienteringen til efterretning.". When the past tense is not
 * certain only the opening is given, for the referent to go on from. Source: domain.md, idioms of a decision.
 */
export function atPointAnswer(number: number, recommendation: string): string {
  return `at ${number}) ${pastTense(recommendation) ?? "rådmanden "}`;
}
