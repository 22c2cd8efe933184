import { useEffect, useState } from "react";
import { texts } from "../app/texts.ts";
import { Kbd } from "./kbd.tsx";
import "./toast.css";

const shownFor = 6_000;

type ToastProps = { text: string; onUndo?: () => void; onDone(): void };

/** One line about what was just done, with the way back. Goes after six seconds, waits under the pointer, never takes focus. */
export function Toast({ text, onUndo, onDone }: ToastProps) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onDone, shownFor);
    return () => clearTimeout(timer);
  }, [held, onDone]);
  const hold = { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false) };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting on it only keeps it from going; there is nothing to operate.
    <div className="toast" {...hold} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <span className="toast-text">{text}</span>
      {onUndo && (
        <button type="button" className="toast-undo" onClick={onUndo}>
          {texts.undo}
          <Kbd keys="Ctrl Z" />
        </button>
      )}
    </div>
  );
}
