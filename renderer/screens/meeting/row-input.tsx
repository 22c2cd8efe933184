import { spentAgainst } from "../../../shared/domain/clock.ts";
import type { ItemView } from "../../../shared/domain/meeting.ts";
import { texts } from "../../app/texts.ts";
import { parseTypedMinutes, parseTypedSpent } from "../../app/typed.ts";
import { QuietInput } from "../../components/quiet-input.tsx";
import { useClock } from "../../stores/clock.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import type { RailControl } from "./use-rail-keys.ts";

const words = texts.agenda;

type RowInputProps = { item: ItemView; field: "minutes" | "spent"; rail: RailControl; onDone(): void };

/** The planned minutes of a punkt, or the time spent on it, being corrected in its row. */
export function RowInput({ item, field, rail, onDone }: RowInputProps) {
  const minutes = field === "minutes";
  const spent = String(spentAgainst(item, Date.now()).spent ?? "");
  const planned = item.minutes === null ? "" : String(item.minutes);
  const done = (byKey: boolean): void => {
    onDone();
    if (byKey) rail.ref.current?.querySelector<HTMLElement>(`[data-item="${item.id}"]`)?.focus();
  };
  return (
    <QuietInput
      className="rail-minutes-input"
      label={minutes ? words.minutesLabel(item.number) : words.spentLabel(item.number)}
      value={minutes ? planned : spent}
      onCommit={(typed) => (minutes ? commitMinutes(item, typed) : commitSpent(item, typed))}
      onDone={done}
    />
  );
}

function commitMinutes(item: ItemView, typed: string): boolean {
  const value = parseTypedMinutes(typed);
  if (value === undefined) return false;
  useOpenMeeting.getState().changeField({ entity: "item", id: item.id, field: "minutes", value });
  return true;
}

function commitSpent(item: ItemView, typed: string): boolean {
  const seconds = parseTypedSpent(typed);
  if (seconds === undefined) return false;
  void useClock.getState().correct(item.id, seconds);
  return true;
}
