import { useEffect } from "react";
import { attachmentTexts } from "../../app/attachment-texts.ts";
import { Button } from "../../components/button.tsx";
import { useAdding } from "../../stores/adding.ts";
import { useUi } from "../../stores/ui.ts";
import "./adding-bar.css";
import { useStopByEscape } from "./stop-by-escape.ts";

/** How far the files on their way in are, which one is being added, and the way to stop. Nothing when none are. */
export function AddingBar() {
  const { progress, stop } = useAdding();
  const total = progress?.total ?? 0;
  useEffect(() => {
    if (total > 0) useUi.getState().say(attachmentTexts.begun(total));
  }, [total]);
  useStopByEscape(progress !== null && !progress.stopping, stop);
  if (progress === null) return null;
  const { name, done, stopping } = progress;
  const words = attachmentTexts.adding(done + 1, total);
  return (
    <div className="adding">
      <div className="adding-head">
        <span className="adding-count tabular">{words}</span>
        <span className="adding-name">{stopping ? attachmentTexts.stopping : name}</span>
        <Button look="plain" keys="Esc" disabled={stopping} onClick={stop}>
          {attachmentTexts.stop}
        </Button>
      </div>
      <progress className="adding-line" aria-label={words} max={total} value={done} />
    </div>
  );
}
