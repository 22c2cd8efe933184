import { dayAndMonth } from "./date.ts";
import type { ExportKind } from "./edition.ts";

/** "Rådmandsmøde d. 10. marts": the meeting's title as the template makes it. */
export function meetingTitle(name: string, date: string): string {
  return `${name} d. ${dayAndMonth(date)}`;
}

/** The series a date belongs to: one a council term of four years, "Rådmandsmøder 2026-2029" (2022-2025 before it). */
export function seriesTitle(name: string, date: string): string {
  const year = Number(date.slice(0, 4));
  const first = 2026 + 4 * Math.floor((year - 2026) / 4);
  return `${name} ${first}-${first + 3}`;
}

const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * A name that every file system takes: NFC, no separators or `: # % ~`, no invisible or control characters, no reserved name,
 * no trailing dot or space, at most `limit` UTF-16 units. Never empty. Source: storage-and-sync.md, the shared folder.
 */
export function safeFileName(name: string, limit = 100): string {
  const plain = name
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]/gu, "")
    .replace(/[<>:"/\\|?*#%~]/g, "_")
    .replace(/\s+/g, " ")
    .trim();
  const short = [...plain].reduce((kept, char) => (kept.length + char.length <= limit ? kept + char : kept), "").replace(/[. ]+$/, "");
  if (short === "") return "uden navn";
  return reserved.test(short) ? `_${short}` : short;
}

/** "20260310-Rådmandsmøde.pdf"; a later edition says " v2", another kind of it "kort" or "offentlig". Source: domain.md, names of files. */
export function referatFileName(meeting: { date: string; title: string }, edition = 1, kind: readonly string[] = []): string {
  const name = meeting.title.replace(/\s+d\.\s+\d.*$/, "");
  const suffix = [...kind.map((word) => ` ${word}`), edition > 1 ? ` v${edition}` : ""].join("");
  return `${safeFileName(`${meeting.date.replaceAll("-", "")}-${name}`, 80)}${suffix}.pdf`;
}

/** "20260310-Rådmandsmøde kort offentlig.pdf": the name that is proposed for an export. */
export function exportFileName(meeting: { date: string; title: string }, { form, edition, format = "pdf" }: ExportKind): string {
  // The JSON is the meeting itself and has one form.
  const words = [...(form === "short" && format !== "json" ? ["kort"] : []), ...(edition === "open" ? ["offentlig"] : [])];
  return referatFileName(meeting, 1, words).replace(/pdf$/, format);
}
