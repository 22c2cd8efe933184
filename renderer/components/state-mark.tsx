import type { ItemProgress } from "../app/item-progress.ts";
import "./state-mark.css";

/** The mark of a punkt, told apart by shape: ring (tom), ring with half a disc (i gang), disc with a check (besluttet). */
export function StateMark({ progress }: { progress: ItemProgress }) {
  return (
    <svg className={`state-mark state-mark-${progress}`} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {progress === "decided" ? <Decided /> : <circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />}
      {progress === "started" && <path d="M7 3.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" />}
    </svg>
  );
}

function Decided() {
  return (
    <>
      <circle cx="7" cy="7" r="6.5" fill="currentColor" />
      <path
        className="state-mark-check"
        d="M4.2 7.2 6.2 9.2 9.9 5.2"
        fill="none"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  );
}
