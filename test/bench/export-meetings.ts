import { appendFileSync, copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ItemView, MeetingView } from "../../shared/domain/meeting.ts";

/** A meeting of `count` punkter with the words of another's, over and over. */
export function longMeeting(sample: MeetingView, count: number): MeetingView {
  const source = sample.categories.flatMap(({ items }) => items).filter(({ decision }) => decision.content.length > 0);
  const items = Array.from({ length: count }, (_, i): ItemView => {
    const item = source[i % source.length] as ItemView;
    return { ...item, id: crypto.randomUUID(), number: i + 1, attachments: [], followUps: [] } as ItemView;
  });
  const half = Math.ceil(count / 2);
  const categories = [items.slice(0, half), items.slice(half)].map((part, i) => ({
    ...(sample.categories[i] ?? { id: crypto.randomUUID(), name: "" }),
    items: part,
  }));
  return { ...sample, categories };
}

/** The meeting with one more word in its last category's first decision. */
export function edited(meeting: MeetingView, round: number): MeetingView {
  const copy = structuredClone(meeting);
  const item = copy.categories.at(-1)?.items[0];
  item?.decision.content.push({ type: "paragraph", content: [{ type: "text", text: `Rettelse ${round}.` }] });
  return copy;
}

const pagesOfNotat = 4;

/** Paths of PDFs of `pages` pages in all, no two of them alike to a program. They lie in a folder that the caller removes. */
export function bilagOf(pages: number): { folder: string; paths: string[] } {
  const folder = mkdtempSync(join(tmpdir(), "referent-bench-"));
  const notat = fileURLToPath(new URL("../fixtures/bilag/punkt-5-notat.pdf", import.meta.url));
  const paths = Array.from({ length: pages / pagesOfNotat }, (_, i) => join(folder, `${i}.pdf`));
  for (const [i, path] of paths.entries()) {
    copyFileSync(notat, path);
    appendFileSync(path, `\n% ${i}\n`);
  }
  return { folder, paths };
}
