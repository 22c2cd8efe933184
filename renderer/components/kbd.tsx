import "./kbd.css";

/** A key on the keyboard, "Ctrl Shift N". The name of a button never includes it. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {keys}
    </span>
  );
}
