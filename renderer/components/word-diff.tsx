import type { Look, RestyledPart } from "../../shared/domain/look-diff.ts";
import type { DiffPart } from "../../shared/domain/word-diff.ts";
import { texts } from "../app/texts.ts";
import "./word-diff.css";

const words = texts.history.looks;

/** What went and what came between two texts, word by word, and what is printed otherwise; `same` is said where nothing is. */
export function WordDiff({ parts, same }: { parts: readonly (DiffPart | RestyledPart)[]; same: string }) {
  if (parts.every(({ kind }) => kind === "same")) return <p className="word-diff-same">{same}</p>;
  return (
    <p className="word-diff">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is nothing but its place and its text.
        <Part key={index} part={part} />
      ))}
    </p>
  );
}

function Part({ part }: { part: DiffPart | RestyledPart }) {
  switch (part.kind) {
    case "removed":
      return <del>{part.text}</del>;
    case "added":
      return <ins>{part.text}</ins>;
    case "same":
      return <span>{part.text}</span>;
    case "restyled":
      return <Restyled part={part} />;
  }
}

function Restyled({ part }: { part: RestyledPart }) {
  const shown = part.text.trimEnd();
  return (
    <>
      <span className="word-diff-restyled">{shown}</span>
      <small className="word-diff-look"> ({change(part)})</small>
      {part.text.slice(shown.length)}
    </>
  );
}

function change({ now, before }: RestyledPart): string {
  const names = (looks: readonly Look[]): string => looks.map((look) => words.names[look]).join(", ");
  if (now.join() === before.join()) return words.other(names(now));
  return [...(now.length > 0 ? [words.now(names(now))] : []), ...(before.length > 0 ? [words.before(names(before))] : [])].join(", ");
}
