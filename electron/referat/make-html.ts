import type { ReferatForm } from "../../shared/domain/edition.ts";
import { AppFailure } from "../../shared/errors.ts";
import { cleanReferat } from "./clean.ts";
import { composeReferat } from "./compose.ts";
import type { ReferatDocument } from "./document.ts";
import { findHtmlDifference } from "./html/compare.ts";
import { referatHtml } from "./html/page.ts";
import { readHtml } from "./html/read.ts";
import { assertNoLeak, type ReferatSource } from "./source.ts";

/** The referat with strings that any program may show: it has faces of its own, so no character is missing. */
export function readableReferat({ meeting, organisation }: ReferatSource, form: ReferatForm): ReferatDocument {
  return cleanReferat(composeReferat(meeting, { organisation, form }), () => true).document;
}

/** The referat as one file of HTML, read back before it is given. Throws AppFailure `referat-differs` or `referat-leaks`. */
export function makeHtml(source: ReferatSource, form: ReferatForm): string {
  const document = readableReferat(source, form);
  const html = referatHtml(document);
  const read = readHtml(html);
  if (read === null) throw new AppFailure({ kind: "referat-differs", place: "filen holder andet end referatet" });
  assertNoLeak(source, read.lines.join("\n"), read.strings);
  const place = findHtmlDifference(document, read);
  if (place !== null) throw new AppFailure({ kind: "referat-differs", place });
  return html;
}
