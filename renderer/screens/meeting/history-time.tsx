import { useState } from "react";
import type { RevisionEntry } from "../../../shared/domain/history.ts";
import { indexAt } from "../../../shared/domain/revision-steps.ts";
import { clockWithSeconds, momentOf } from "../../app/clock.ts";
import { texts } from "../../app/texts.ts";
import { parseTypedMoment } from "../../app/typed.ts";
import { Field } from "../../components/field.tsx";
import { type ChosenVersion, useHistory } from "../../stores/history.ts";

const words = texts.history;

/** The time to look at: a slider with a stop at each revision and the last at now, and a field for any second of the clock. */
export function HistoryTime({ entries, chosen }: { entries: readonly RevisionEntry[]; chosen: ChosenVersion | null }) {
  const at = chosen === null ? entries.length : Math.max(0, indexAt(entries, chosen.at));
  const first = entries[0]?.at ?? "";
  const go = (index: number): void => {
    const entry = entries[index];
    if (entry === undefined) useHistory.getState().leaveChosen();
    else void useHistory.getState().chooseRevision(entry);
  };
  return (
    <div>
      <input
        type="range"
        className="history-slider"
        aria-label={words.slider}
        aria-valuetext={chosen === null ? words.now : momentOf(chosen.at)}
        min={0}
        max={entries.length}
        value={at}
        onChange={(event) => go(Number(event.target.value))}
      />
      <p className="history-ends tabular" aria-hidden="true">
        <span>{momentOf(first)}</span>
        <span>{words.now}</span>
      </p>
      <MomentField entries={entries} chosen={chosen} />
    </div>
  );
}

/** "11.42.07", on the day of what is looked at, else of the last revision; Enter shows it. */
function MomentField({ entries, chosen }: { entries: readonly RevisionEntry[]; chosen: ChosenVersion | null }) {
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const day = chosen?.at ?? entries.at(-1)?.at ?? new Date().toISOString();
  const show = (): void => {
    const at = typed === null ? null : parseTypedMoment(typed, day);
    setWrong(typed !== null && at === null);
    if (at === null) return;
    setTyped(null);
    void useHistory.getState().chooseMoment(at);
  };
  return (
    <Field
      className="history-moment"
      label={words.moment}
      hint={words.momentHint}
      error={wrong ? words.momentError : null}
      input={{
        value: typed ?? (chosen === null ? "" : clockWithSeconds(chosen.at)),
        placeholder: words.momentExample,
        onChange: (event) => setTyped(event.target.value),
        onKeyDown: (event) => event.key === "Enter" && show(),
        onBlur: () => {
          setTyped(null);
          setWrong(false);
        },
      }}
    />
  );
}
