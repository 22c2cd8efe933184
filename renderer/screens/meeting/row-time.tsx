import { spentAgainst } from "../../../shared/domain/clock.ts";
import type { ItemView } from "../../../shared/domain/meeting.ts";
import { texts } from "../../app/texts.ts";
import { useTick } from "../../stores/tick.ts";

const words = texts.agenda;

/** A row's time: planned minutes, or once some are spent those too, "18 / 10". Only where the clock runs is the time looked at again. */
export function RowTime({ item }: { item: ItemView }) {
  if (item.runningSince !== null) return <RunningTime item={item} />;
  return <Shown text={timeText(item, 0)} over={spentAgainst(item, 0).over} />;
}

function RunningTime({ item }: { item: ItemView }) {
  const text = useTick((now) => timeText(item, now));
  const over = useTick((now) => spentAgainst(item, now).over);
  return <Shown text={text} over={over} />;
}

function Shown({ text, over }: { text: string; over: boolean }) {
  if (text === "") return null;
  return <span className={over ? "rail-minutes rail-minutes-over tabular" : "rail-minutes tabular"}>{text}</span>;
}

function timeText(item: ItemView, now: number): string {
  const { spent, over } = spentAgainst(item, now);
  // While its clock runs the time spent stands over the agenda; the row says what is planned until that is used up.
  const counted = item.runningSince !== null && item.minutes !== null && !over ? null : spent;
  if (item.minutes === null) return counted === null ? usualText(item) : words.spent(counted);
  return counted === null ? words.minutes(item.minutes) : words.spentOf(counted, item.minutes);
}

function usualText({ usualMinutes }: ItemView): string {
  return usualMinutes === null ? "" : words.usual(usualMinutes);
}

/** The same in words, for the row's accessible name: "18 af 10 minutter"; "" where there is nothing to say. */
export function spokenTime(item: ItemView, now: number): string {
  const { spent } = spentAgainst(item, now);
  if (spent === null && item.minutes === null) return item.usualMinutes === null ? "" : words.usualSpoken(item.usualMinutes);
  if (spent === null) return words.minutesSpoken(item.minutes ?? 0);
  return item.minutes === null ? words.spentSpoken(spent) : words.spentOfSpoken(spent, item.minutes);
}
