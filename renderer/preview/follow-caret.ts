/** A caret that has stood still this long is where one reads or writes. */
const stillMs = 120;

/** Calls `tell` when the caret has come to another place, until the returned function is called. A key only sets a timer. */
export function followCaret(tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const moved = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, stillMs);
  };
  document.addEventListener("selectionchange", moved);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("selectionchange", moved);
  };
}
