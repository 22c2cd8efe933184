import { useEffect, useState } from "react";
import type { ExportProgress } from "../../../shared/ipc/events.ts";
import { formTexts } from "../../app/form-texts.ts";
import { Button } from "../../components/button.tsx";
import { useUi } from "../../stores/ui.ts";
import "./adding-bar.css";
import { useStopByEscape } from "./stop-by-escape.ts";
import { type Making, useMaking } from "./use-making.ts";

const words = formTexts.exporting;

/** An export that is done by then needs no bar. */
const patienceMs = 600;

/** How far a referat is that takes its time, and the way to stop it. */
export function ExportBar() {
  const making = useMaking();
  return making === null ? null : <MakingBar {...making} />;
}

function MakingBar({ progress, stopped, stop }: Making) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (shown) useUi.getState().say(words.begun);
  }, [shown]);
  useStopByEscape(!stopped, stop);
  if (!shown) return null;
  return (
    <div className="adding">
      <div className="adding-head">
        <span className="adding-count">{words.begun}</span>
        <span className="adding-name tabular">{words.stages[progress.stage](progress.done + 1, progress.total)}</span>
        <Button look="plain" keys="Esc" disabled={stopped} onClick={stop}>
          {words.stop}
        </Button>
      </div>
      <progress className="adding-line" aria-label={words.begun} max={1} value={shareOf(progress)} />
    </div>
  );
}

/** Of the whole, roughly: where there are bilag they are looked into first. */
function shareOf({ stage, done, total }: ExportProgress): number {
  if (stage === "bilag") return (0.4 * done) / Math.max(1, total);
  return stage === "pages" ? 0.4 : 0.8;
}
