/** A line of a decision that takes up an at-point: "at 2) rådmanden …", "2) Rådmanden …", "2. Rådmanden …". `line` is its place in the decision. */
export type AnswerLine = { line: number; number: number; text: string };

/** What is wrong with an answer's number: no such at-point, answered before, or after a higher one. */
export type Misnumbered = AnswerLine & { reason: "unknown" | "repeated" | "out-of-order" };

/** Numbers of at-points by what the decision says to them, and the answers whose numbering does not match the indstilling. */
export type AtAnswers = { answered: number[]; begun: number[]; unanswered: number[]; misnumbered: Misnumbered[] };

const opening = /^(?:at\s+(\d{1,3})\)|(\d{1,2})[.)])\s+/;

/** The lines that take up an at-point. `lines` are the plain texts of the decision's blocks. */
export function answerLines(lines: readonly string[]): AnswerLine[] {
  return lines.flatMap((text, line) => {
    const match = opening.exec(text);
    return match ? [{ line, number: Number(match[1] ?? match[2]), text: text.slice(match[0].length).trim() }] : [];
  });
}

/**
 * Which at-points have an answer: "at n)" with a full sentence (tokens.md, At-point). A blank at-point needs none. Numbers are only
 * compared where there is an indstilling: without one the referent may number as they like.
 */
export function atAnswers(recommendations: readonly string[], lines: readonly string[]): AtAnswers {
  const asked = recommendations.flatMap((text, index) => (text.trim() === "" ? [] : [index + 1]));
  const taken = asked.length === 0 ? [] : answerLines(lines);
  const full = new Set(taken.filter(({ text }) => /\p{L}.*[.!?]/u.test(text)).map(({ number }) => number));
  const all = new Set(taken.map(({ number }) => number));
  return {
    answered: asked.filter((number) => full.has(number)),
    begun: asked.filter((number) => all.has(number) && !full.has(number)),
    unanswered: asked.filter((number) => !all.has(number)),
    misnumbered: misnumbered(taken, new Set(asked)),
  };
}

function misnumbered(taken: readonly AnswerLine[], asked: ReadonlySet<number>): Misnumbered[] {
  const seen = new Set<number>();
  let highest = 0;
  return taken.flatMap((answer): Misnumbered[] => {
    const { number } = answer;
    const reason = !asked.has(number) ? "unknown" : seen.has(number) ? "repeated" : number < highest ? "out-of-order" : null;
    seen.add(number);
    highest = Math.max(highest, reason === "unknown" ? 0 : number);
    return reason === null ? [] : [{ ...answer, reason }];
  });
}
