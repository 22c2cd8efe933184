import { useMemo } from "react";
import { wordDiff } from "../../shared/domain/word-diff.ts";
import "./word-diff.css";

/** What went and what came between two texts, word by word; `same` is said where nothing did. */
export function WordDiff({ before, after, same }: { before: string; after: string; same: string }) {
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  if (before === after) return <p className="word-diff-same">{same}</p>;
  return (
    <p className="word-diff">
      {parts.map(({ kind, text }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is nothing but its place and its text.
        if (kind === "removed") return <del key={index}>{text}</del>;
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is nothing but its place and its text.
        return kind === "added" ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>;
      })}
    </p>
  );
}
