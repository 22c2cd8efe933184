const weekday = "(?:man|tirs|ons|tors|fre|lør|søn)dag";
const month = "(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)";
const year = "(?: \\d{4})?";
const meeting = "(?:rådmands|udvalgs|magistrats|byråds|direktions)?møde(?:t)?";
const season = "(?:sommer|efterårs|jule|vinter|påske)ferien?|sommeren|efteråret|foråret|vinteren|jul(?:en)?|påsken?|nytår|årsskiftet";
const next = "(?:næste|kommende|førstkommende|det næste|det kommende|den kommende)";

/** A point in time as it is said: "10. marts 2026", "maj 2024", "uge 41", "2. kvartal", "sommerferien", "næste rådmandsmøde". */
const time = [
  `(?:(?:den|d\\.) )?\\d{1,2}\\. (?:${month}${year}|kvartal${year})`,
  "(?:den|d\\.) \\d{1,2}[./-]\\d{1,2}(?:[./-]\\d{2,4})?",
  `(?:(?:primo|medio|ultimo|starten af|midten af|slutningen af|udgangen af|begyndelsen af) )?${month}${year}`,
  `(?:${next} )?${weekday}`,
  `${next} (?:uge|måned|år|kvartal|${meeting})`,
  "uge \\d{1,2}",
  `(?:${season})${year}`,
  `(?:ugens|månedens|årets|kvartalets) (?:udgang|afslutning)`,
  `udgangen af (?:ugen|måneden|året|kvartalet|\\d{4})`,
  "budgetforhandlingerne|budgetlægningen|i morgen|weekenden",
].join("|");

const span = "\\d{1,2} (?:dage?|uger?|måneder|måned)|et par (?:dage|uger|måneder)|en (?:uge|måned)";

/** Words that set a limit, wherever in a decision they stand. */
const firm = [
  `(?:senest|inden|på den anden side af)(?: (?:på|i|til|om|ved|den))?(?: (?:en|et))? (?:${time})`,
  `(?:senest|inden for|inden)(?: om)? (?:${span})`,
  "hurtigst muligt|snarest(?: muligt)?|straks",
];

/** Words that tell the time of what they stand in the same sentence as, and nothing about another sentence. */
const loose = [
  `(?:før|efter|i løbet af|ved|til|primo|medio|ultimo)(?: (?:på|i|om|den))? (?:${time})`,
  `om (?:${span})`,
  `(?:i|på) (?:${next} (?:uge|måned|${meeting})|uge \\d{1,2}|${month}${year}|\\d\\. kvartal${year})`,
  `(?:på|den|d\\.) \\d{1,2}\\. ${month}${year}`,
  "i morgen",
];

const whole = (choices: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices.join("|")})(?![\\p{L}\\p{N}])`, "iu");
const firmPattern = whole(firm);
const anyPattern = whole([...firm, ...loose]);

/** When a sentence's matter is to be done, in its own words ("senest i maj 2024"), or null; "haster ikke" is no time. Source: domain.md. */
export function dueIn(sentence: string): string | null {
  return firstMatch(anyPattern, sentence);
}

/** As {@link dueIn}, for the sentence before a bare "FAS følger op.": only a limit counts there, not any date that is named. */
export function limitIn(sentence: string): string | null {
  return firstMatch(firmPattern, sentence);
}

function firstMatch(pattern: RegExp, text: string): string | null {
  return pattern.exec(text.replace(/\s+/g, " "))?.[0] ?? null;
}
