import { useMemo } from "react";
import { wordDiff } from "../../shared/domain/word-diff.ts";
import "./side-diff.css";

/** One text with the words marked that another one does not have. */
export function SideDiff({ text, other, empty }: { text: string; other: string; empty: string }) {
  const parts = useMemo(() => wordDiff(other, text).filter(({ kind }) => kind !== "removed"), [text, other]);
  if (text.trim() === "") return <p className="side-diff-empty">{empty}</p>;
  return (
    <p className="side-diff">
      {parts.map(({ kind, text: words }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is nothing but its place and its text.
        kind === "added" ? <mark key={index}>{words}</mark> : <span key={index}>{words}</span>,
      )}
    </p>
  );
}
