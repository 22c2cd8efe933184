import { useEffect } from "react";
import { isEditable } from "../../app/keys.ts";

/** Esc anywhere but in the text stops what is going on; what lies over the window, or is looked through, has it first. */
export function useStopByEscape(active: boolean, stop: () => void): void {
  useEffect(() => {
    if (!active) return;
    const pressed = (event: KeyboardEvent): void => {
      const at = event.target instanceof Element ? event.target : null;
      const taken = isEditable(at) || at?.closest("[role=menu], [role=dialog], .pages") != null;
      if (event.key !== "Escape" || taken) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    };
    window.addEventListener("keydown", pressed, true);
    return () => window.removeEventListener("keydown", pressed, true);
  }, [active, stop]);
}
