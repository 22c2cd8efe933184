import { verbOfInfinitive, verbOfPassive, verbOfPresent } from "./verbs.ts";

/** How many words a subject may have before its verb: "rådmanden", "Social- og Beskæftigelsesudvalget", "den reviderede plan for 2026". */
const subjectWords = 8;

/** Who can decide at a meeting. What anybody else does in an indstilling is still to come, and has no past. */
const decides = /(?:rådmand|udvalg|byråd|magistrat|direktion|chefgruppe|bestyrelse|borgmester|kreds)/iu;

/** What stands before a further verb of the same subject. */
const joints = new Set([",", "og", "samt", "herunder"]);

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
 * an "at" or "om", is what was decided upon and stays in the present. What others are to do was approved: "rådmanden godkendte, at …".
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
    return { past: closed(["rådmanden ", infinitive.past, ...furtherVerbs(words.slice(1), pastOfInfinitive)].join("")) };
  const turned = activePast(words) ?? passivePast(words);
  if (turned !== null) return turned;
  const verb = unknownVerb(words);
  return (verb === null ? approvedClause(recommendation, words) : null) ?? { unknownVerb: verb };
}

/**
 * "at forvaltningen udarbejder en plan", "at der gives en status": what others are to do has no past, but the rådmand approved that it be
 * done. Only where a whole clause stands: with its "at" and a verb.
 */
function approvedClause(recommendation: string, words: readonly string[]): Turned | null {
  if (!/^(?:\d{1,3}[.)]\s*)?at\s/i.test(recommendation.trim())) return null;
  const verb = words.findIndex((word, index) => index > 0 && isFiniteVerb(word));
  if (verb < 0 || words.slice(1, verb).some(endsMainClause)) return null;
  return { past: closed(`rådmanden godkendte, at ${words.join("")}`) };
}

const auxiliaries = new Set("bør er har kan må skal vil".split(" "));

/** "udarbejder", "gives", "skal". */
function isFiniteVerb(word: string): boolean {
  return auxiliaries.has(word) || verbOfPresent(word) !== null || verbOfPassive(word) !== null || /^\p{Ll}{2,}es$/u.test(word);
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
  return { past: closed([...subject, past, ...furtherVerbs(words.slice(verb + 1), pastOfPresent)].join("")) };
}

/** "indstillingen godkendes": the indstilling was approved. "der udarbejdes en plan" is no act of the meeting. */
function passivePast(words: string[]): Turned | null {
  const verb = words.findIndex((word, index) => index > 0 && index <= subjectWords * 2 && doneAtMeeting.has(word));
  const subject = words.slice(0, verb);
  if (verb < 0 || subject.some(endsMainClause) || /^der$/i.test(words[0] ?? "")) return null;
  const participle = verbOfPassive(words[verb] ?? "")?.participle ?? "";
  return { past: closed([...subject, "blev ", participle, ...furtherVerbs(words.slice(verb + 1), participleOfDone)].join("")) };
}

/**
 * What follows the verb of a main clause, with its further verbs turned, which have the same subject: "tager notatet til efterretning,
 * drøfter planen og godkender budgettet", "og at rådmanden godkender budgettet".
 */
function furtherVerbs(words: readonly string[], turned: (verb: string) => string | undefined): string[] {
  const all = [...words];
  let joint = "";
  for (const [index, word] of words.entries()) {
    if (!isWord(word) || (joint !== "" && isNamedAnew(words, index))) continue;
    const further = joint === "" ? undefined : turned(word);
    if (further !== undefined) all[index] = further;
    else if (!joints.has(word) && ((joint === "," && !isListed(words, index)) || endsMainClause(word, index, words))) break;
    joint = joints.has(word) ? word : "";
  }
  return all;
}

/** "at rådmanden": what anybody else does is still to come. */
function isNamedAnew(words: readonly string[], index: number): boolean {
  const at = words[index] === "at" ? index : index - 2;
  return words[at] === "at" && words[at + 2] === "rådmanden";
}

/** "planen, budgettet og …": things, not a clause. */
function isListed(words: readonly string[], index: number): boolean {
  return joints.has(words.slice(index + 1).find(isWord) ?? "");
}

const pastOfPresent = (verb: string): string | undefined => verbOfPresent(verb)?.past;
const pastOfInfinitive = (verb: string): string | undefined => verbOfInfinitive(verb)?.past;
const participleOfDone = (verb: string): string | undefined => (doneAtMeeting.has(verb) ? verbOfPassive(verb)?.participle : undefined);

/** The word after a deciding subject, when it looks like a verb in the present. */
function unknownVerb(words: string[]): string | null {
  const [subject = "", , verb = ""] = words;
  return decides.test(subject) && !subject.endsWith("s") && /^\p{Ll}{2,}r$/u.test(verb) ? verb : null;
}

const subordinators = new Set(
  "at som der hvis når hvor hvordan hvorvidt hvilken hvilket hvilke hvem hvad hvornår hvorfor fordi idet , ; : – -".split(" "),
);
/** After these "om" asks; in "orienteringen om status" it only joins two nouns. */
const asksWithOm = /^(?:,|til|over|på|af|beslutter|afgør|drøfter|vurderer|overvejer|undersøger|spørger|afklarer)$/;

function endsMainClause(word: string, index: number, words: readonly string[]): boolean {
  if (word === "om") return asksWithOm.test(words.slice(0, index).findLast(isWord) ?? ",");
  // "2. kvartal", "ift. regionen"
  if (word.endsWith(".")) return !/^\p{Ll}/u.test(words.slice(index + 1).find(isWord) ?? "");
  return subordinators.has(word);
}

function isWord(word: string): boolean {
  return word.trim() !== "";
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
