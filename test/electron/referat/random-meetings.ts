import fc from "fast-check";
import type { ItemView, MeetingView } from "../../../shared/domain/meeting.ts";
import { attachment, bullets, category, item, meeting, numbers, paragraph, recommendations, rich, text } from "./meetings.ts";

/** A meeting in which every closed word begins with "lukket" and every word that must be printed in the open edition with "vises". */
export type Marked = { meeting: MeetingView; hidden: string[]; shown: string[] };

type Draft = { closed: boolean; told: boolean; shape: number; outcome: ItemView["outcome"]; bilag: number };

const draft: fc.Arbitrary<Draft> = fc.record({
  closed: fc.boolean(),
  told: fc.boolean(),
  shape: fc.nat(3),
  outcome: fc.constantFrom("normal", "withdrawn", "postponed"),
  bilag: fc.nat(2),
});

/** Meetings of up to four categories with up to five punkter each, open and closed in any order, gaps in their numbers. */
export const markedMeeting: fc.Arbitrary<Marked> = fc
  .tuple(fc.array(fc.array(draft, { maxLength: 5 }), { minLength: 1, maxLength: 4 }), fc.nat(3))
  .map(([categories, gap]) => build(categories, gap));

function build(categories: Draft[][], gap: number): Marked {
  const hidden: string[] = [];
  const shown: string[] = [];
  let last = 0;
  let words = 0;
  const say = (secret: boolean): string => {
    const word = `${secret ? "lukket" : "vises"}${++words}x`;
    (secret ? hidden : shown).push(word);
    return word;
  };
  const made = (each: Draft): ItemView => {
    last += 1 + (last > 0 ? gap : 0);
    const word = (): string => say(each.closed);
    const decisions = [
      () => rich(word()),
      () => rich(bullets(word(), word())),
      () => rich(`at 1) ${word()}`, word()),
      () => rich(numbers(1, word()), paragraph(text(word(), { type: "bold" }))),
    ];
    return item(last, word(), {
      closed: each.closed,
      outcome: each.outcome,
      agendaText: rich(word()),
      recommendations: recommendations(word()),
      decision: decisions[each.shape]?.() ?? rich(),
      publicDecision: each.told ? rich(each.closed ? say(false) : say(true)) : rich(),
      attachments: Array.from({ length: each.bilag }, () => ({
        ...attachment(word()),
        fileName: `${each.closed ? say(true) : "brev"}.pdf`,
      })),
    });
  };
  const views = categories.map((items, n) => category(n === 0 ? "" : `Kategori ${n}`, ...items.map(made)));
  const whole = meeting({ categories: views });
  const all = views.flatMap(({ items }) => items);
  const attendance = all.map((each) => ({
    name: say(false),
    status: "left" as const,
    reason: say(each.closed),
    itemId: each.id,
  }));
  const followUps = all.map((each) => ({
    id: each.id,
    itemId: each.id,
    text: each.closed ? say(true) : "FAS følger op.",
    owners: [],
    due: null,
    state: "open" as const,
  }));
  return { meeting: { ...whole, attendance, followUps }, hidden, shown };
}
