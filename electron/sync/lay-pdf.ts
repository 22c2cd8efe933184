import type { ReferatForm } from "../../shared/domain/edition.ts";
import { referatFileName } from "../../shared/domain/meeting-name.ts";
import type { Folder } from "./folder.ts";
import { callFailure } from "./folder-error.ts";
import type { LaidPdf } from "./repository.ts";
import { sha256Of } from "./snapshot.ts";

type Pdf = { date: string; title: string; form: ReferatForm; bytes: Uint8Array };
type Named = Omit<Pdf, "bytes">;

function pdfName(pdf: Named, edition: number): string {
  return referatFileName(pdf, edition, pdf.form === "short" ? ["kort"] : []);
}

/** The name that the first edition of a meeting's PDF has. */
export function pdfBase(pdf: Named): string {
  return pdfName(pdf, 1);
}

/**
 * Lays the PDF under Referater/<year>/ for people. Bytes that lie there already as the meeting's latest edition are left as they are;
 * otherwise they get the edition after the highest one with that name, whoever's it is. No file that lies there is ever replaced.
 */
export async function layPdf(folder: Folder, pdf: Pdf, last: LaidPdf | null): Promise<LaidPdf> {
  const directory = `Referater/${pdf.date.slice(0, 4)}`;
  const sha256 = sha256Of(pdf.bytes);
  // An edition that we laid with other bytes is history, so an older one with the same bytes does not count as the latest.
  const lowest = last === null ? 1 : last.sha256 === sha256 ? last.edition : last.edition + 1;
  const present = presentEditions(await folder.list(directory), pdf);
  const laid = (edition: number, name: string): LaidPdf => ({ base: pdfBase(pdf), name, edition, sha256 });
  for (const [edition, name] of present) {
    if (edition >= lowest && (await folder.holds(`${directory}/${name}`, pdf.bytes)) === "same") return laid(edition, name);
  }
  let edition = Math.max(lowest, ...[...present.keys()].map((held) => held + 1));
  for (let tries = 0; tries < mostTries; tries += 1) {
    const name = pdfName(pdf, edition);
    const path = `${directory}/${name}`;
    await folder.place(path, pdf.bytes, "shared");
    // Read back: "taken" may be our own earlier try, and another PC may have replaced ours where the share has no hard links.
    if ((await folder.holds(path, pdf.bytes)) === "same") return laid(edition, name);
    edition += 1;
  }
  throw callFailure("EEXIST");
}

// A listing may be stale, so names that it lacked can turn out to be taken.
const mostTries = 100;

/** The editions that a listing shows, by number. Shares differ in case and in composed letters, so those are not told apart. */
function presentEditions(names: string[], pdf: Named): Map<number, string> {
  const fold = (name: string) => name.normalize("NFC").toLowerCase();
  const stem = fold(pdfBase(pdf)).slice(0, -".pdf".length);
  const editions = new Map<number, string>();
  for (const name of names) {
    const folded = fold(name);
    if (!folded.startsWith(stem)) continue;
    const suffix = /^(?: v(\d{1,6}))?\.pdf$/.exec(folded.slice(stem.length));
    if (suffix !== null) editions.set(Number(suffix[1] ?? 1), name);
  }
  return editions;
}
