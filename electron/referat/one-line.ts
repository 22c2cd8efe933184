const runningChars = 60;

/** At most `limit` characters as seen; header and footer have room for one line of 60 each, beside the notice. */
export function oneLine(text: string, limit = runningChars): string {
  const seen = Array.from(new Intl.Segmenter("da").segment(text), ({ segment }) => segment);
  if (seen.length <= limit) return text;
  return `${seen
    .slice(0, limit - 1)
    .join("")
    .trimEnd()}…`;
}
