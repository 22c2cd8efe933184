import { type KeyboardEvent, useEffect } from "react";
import { attachmentTexts } from "../../app/attachment-texts.ts";
import { Button } from "../../components/button.tsx";
import { useAdding } from "../../stores/adding.ts";
import { useUi } from "../../stores/ui.ts";
import "./adding-bar.css";

/** How far the files on their way in are, which one is being added, and the way to stop. Nothing when none are. */
export function AddingBar() {
  const { progress, stop } = useAdding();
  const total = progress?.total ?? 0;
  useEffect(() => {
    if (total > 0) useUi.getState().say(attachmentTexts.begun(total));
  }, [total]);
  if (progress === null) return null;
  const { name, done, stopping } = progress;
  const words = attachmentTexts.adding(done + 1, total);
  return (
    <div className="adding">
      <div className="adding-head">
        <span className="adding-count tabular">{words}</span>
        <span className="adding-name">{stopping ? attachmentTexts.stopping : name}</span>
        <Button look="plain" keys="Esc" disabled={stopping} onClick={stop} onKeyDown={stopByEscape}>
          {attachmentTexts.stop}
        </Button>
      </div>
      <progress className="adding-line" aria-label={words} max={total} value={done} />
    </div>
  );
}

/** Esc where the files are looked at stops them; in the text it is the text's own. */
export function stopByEscape(event: KeyboardEvent): void {
  const { progress, stop } = useAdding.getState();
  if (event.key !== "Escape" || progress === null || progress.stopping) return;
  event.preventDefault();
  event.stopPropagation();
  stop();
}
