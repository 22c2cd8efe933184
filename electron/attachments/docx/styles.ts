import type { XmlListener } from "./xml.ts";

/** What a style says of the paragraphs and runs that have it; null where it says nothing. */
export type WordStyle = { heading: number | null; numId: string | null; level: number | null; hidden: boolean };

type Written = WordStyle & { basedOn: string | null };

const deepestBase = 12;

/** Hears `word/styles.xml`; `find` then gives a style with what it takes from those it is based on. */
export function createStyles(): { listener: XmlListener; find(id: string | null): WordStyle } {
  const written = new Map<string, Written>();
  let style: Written | null = null;
  const listener: XmlListener = {
    open({ name, value }) {
      if (name === "w:style") {
        style = { heading: null, numId: null, level: null, hidden: false, basedOn: null };
        written.set(value("styleId") ?? "", style);
      }
      if (style === null) return;
      if (name === "w:name") style.heading = headingOf(value("val") ?? "");
      else if (name === "w:basedOn") style.basedOn = value("val");
      else if (name === "w:outlineLvl") style.heading ??= outlineLevel(value("val"));
      else if (name === "w:numId") style.numId = value("val");
      else if (name === "w:ilvl") style.level = Number(value("val"));
      else if (name === "w:vanish") style.hidden = isOn(value("val"));
    },
    text() {},
    close(name) {
      if (name === "w:style") style = null;
    },
  };
  const find = (id: string | null): WordStyle => {
    const found: WordStyle = { heading: null, numId: null, level: null, hidden: false };
    let at = id === null ? undefined : written.get(id);
    for (let depth = 0; at !== undefined && depth < deepestBase; depth += 1) {
      found.heading ??= at.heading;
      found.numId ??= at.numId;
      found.level ??= at.level;
      found.hidden ||= at.hidden;
      at = at.basedOn === null ? undefined : written.get(at.basedOn);
    }
    return found;
  };
  return { listener, find };
}

/** A property that is there is on, unless it says otherwise. */
export function isOn(value: string | null): boolean {
  return value === null || !["0", "false", "off", "none"].includes(value);
}

/** Counts from 1; null for the level of body text. */
export function outlineLevel(value: string | null): number | null {
  const level = Number(value ?? Number.NaN) + 1;
  return level >= 1 && level <= 9 ? level : null;
}

function headingOf(name: string): number | null {
  if (/^title$/i.test(name)) return 1;
  const level = /^heading (\d)$/i.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}
