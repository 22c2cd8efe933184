import { useUi } from "../stores/ui.ts";

/** Says politely what was just done. Two regions take turns, so that the same words are read again. */
export function LiveRegion() {
  const { text, turn } = useUi((state) => state.spoken);
  return (
    <>
      <div className="sr-only" aria-live="polite" data-live="polite">
        {turn % 2 === 0 ? text : ""}
      </div>
      <div className="sr-only" aria-live="polite" data-live="polite">
        {turn % 2 === 1 ? text : ""}
      </div>
    </>
  );
}
