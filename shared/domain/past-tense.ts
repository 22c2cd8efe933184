import { verbOfInfinitive, verbOfPassive, verbOfPresent } from "./verbs.ts";

/** How many words a subject may have before its verb: "rådmanden", "Social- og Beskæftigelsesudvalget", "den reviderede plan for 2026". */
const subjectWords = 8;

/** Who can decide at a meeting. What anybody else does in an indstilling is still to come, and has no past. */
const decides = /(?:rådmand|udvalg|byråd|magistrat|direktion|chefgruppe|bestyrelse|borgmester|kreds)/iu;

/** What is done to a matter at the meeting itself, so that "indstillingen godkendes" was carried out there and then. */
const doneAtMeeting = new Set(
  (
    "afvises anbefales anerkendes behandles besluttes bestilles bevilges drøftes fastholdes fastlægges fastsættes forelægges frigives genoptages gennemgås " +
    "godkendes godtages imødekommes indstilles nedsættes ophæves oversendes tages tiltrædes træffes udpeges udsættes udskydes vedtages vælges"
  ).split(" "),
);

/** The outcome of turning a sentence: what happened, or the verb in the present whose past is not known (null: no verb was found). */
type Turned = { past: string } | { unknownVerb: string | null };

/**
 * What happened, from what was recommended: "1. at rådmanden tager orienteringen til efterretning" gives "rådmanden tog orienteringen
 * til efterretning.". Null when the verb is not known for certain. Only the main clause changes: what stands after a comma, or after
 * an "at" or "om", is what was decided upon and stays in the present.
 */
export function pastTense(recommendation: string): string | null {
  const turned = turnToPast(recommendation);
  return "past" in turned ? turned.past : null;
}

/** As {@link pastTense}, and tells the verb that it does not know. */
function turnToPast(recommendation: string): Turned {
  const sentence = bare(recommendation);
  const words = sentence.split(/(\s+|[,;:])/);
  const infinitive = verbOfInfinitive(words[0] ?? "");
  if (infinitive !== null)
    return { past: closed(["rådmanden ", infinitive.past, ...mainVerbs(words.slice(1), verbOfInfinitive)].join("")) };
  return activePast(words) ?? passivePast(words) ?? { unknownVerb: unknownVerb(words) };
}

function bare(recommendation: string): string {
  return recommendation
    .trim()
    .replace(/^\d{1,3}[.)]\s*/, "")
    .replace(/^at\s+/i, "")
    .replace(/^Rådmanden(?!\p{L})/u, "rådmanden")
    .replace(/[\s,;]+$/, "");
}

function activePast(words: string[]): Turned | null {
  const verb = words.findIndex((word, index) => index > 0 && index <= subjectWords * 2 && verbOfPresent(word) !== null);
  const subject = words.slice(0, verb);
  if (verb < 0 || subject.some(endsMainClause) || !decides.test(subject.join(""))) return null;
  const past = verbOfPresent(words[verb] ?? "")?.past ?? "";
  return { past: closed([...subject, past, ...mainVerbs(words.slice(verb + 1), verbOfPresent)].join("")) };
}

/** "indstillingen godkendes": the indstilling was approved. "der udarbejdes en plan" is no act of the meeting. */
function passivePast(words: string[]): Turned | null {
  const verb = words.findIndex((word, index) => index > 0 && index <= subjectWords * 2 && doneAtMeeting.has(word));
  const subject = words.slice(0, verb);
  if (verb < 0 || subject.some(endsMainClause) || /^der$/i.test(words[0] ?? "")) return null;
  const participle = verbOfPassive(words[verb] ?? "")?.participle ?? "";
  return { past: closed([...subject, "blev ", participle, ...words.slice(verb + 1)].join("")) };
}

/** "tager orienteringen til efterretning og godkender budgettet": the second verb has the same subject. */
function mainVerbs(words: string[], verbOf: typeof verbOfPresent): string[] {
  const end = words.findIndex(endsMainClause);
  return words.map((word, index) => {
    const follows = words[index - 2] === "og" && (end < 0 || index < end);
    return follows ? (verbOf(word)?.past ?? word) : word;
  });
}

/** The word after a deciding subject, when it looks like a verb in the present. */
function unknownVerb(words: string[]): string | null {
  const [subject = "", , verb = ""] = words;
  return decides.test(subject) && /^\p{Ll}{2,}r$/u.test(verb) ? verb : null;
}

function endsMainClause(word: string): boolean {
  return /^[,;:]$|\.$/.test(word) || /^(at|om|som|der|hvis|når|hvor|hvordan|hvorvidt|–|-)$/.test(word);
}

function closed(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/**
 * The answer to at-point `number` as the decision has it: "at 1) rådmanden tog orienteringen til efterretning.". With an unknown verb the
 * sentence stands as it was recommended (see {@link doubtfulVerb}); with no verb found only the opening is given, for the referent to go on from.
 * Source: domain.md, idioms of a decision.
 */
export function atPointAnswer(number: number, recommendation: string): string {
  const turned = turnToPast(recommendation);
  const text = "past" in turned ? turned.past : turned.unknownVerb === null ? "rådmanden " : closed(bare(recommendation));
  return `at ${number}) ${text}`;
}

/** The verb that an answer leaves in the present because its past is not known, so that the referent can be told; null when all is well. */
export function doubtfulVerb(recommendation: string): string | null {
  const turned = turnToPast(recommendation);
  return "past" in turned ? null : turned.unknownVerb;
}
