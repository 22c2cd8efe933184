import type { KnownName } from "../../shared/domain/known-name.ts";
import { type ItemView, itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { type MeetingFile, meetingFile } from "../../shared/domain/meeting-file.ts";
import { safeFileName } from "../../shared/domain/meeting-name.ts";
import { plainText, type RichText, richText } from "../../shared/domain/rich-text.ts";
import { parseSmallMarkdown } from "../../shared/domain/small-markdown.ts";
import { AppFailure } from "../../shared/errors.ts";
import { meetingToFile } from "../import/write.ts";
import { lettersOf } from "./letters.ts";
import { assertNoLeak, type ReferatSource } from "./source.ts";

/** A content that lies beside the JSON file; `name` is relative to it. */
export type BesideFile = { name: string; sha256: string };

const nameLimit = 120;

/**
 * The meeting as `referent-meeting/1`, and the bilag that it names in the folder `bilag`; read back before it is given. `kept`: only
 * these bilag, by id, with the hash of the bytes to lay; all of them as they are where it is left out. Throws AppFailure `referat-differs`
 * or `referat-leaks`.
 */
export function makeJson(
  source: ReferatSource,
  folder: string,
  people: readonly KnownName[],
  kept?: ReadonlyMap<string, string>,
): { json: string; beside: BesideFile[] } {
  const meeting = withPlaces(source.meeting, folder, kept);
  const json = `${JSON.stringify(meetingToFile(meeting, people), null, 2)}\n`;
  const read = meetingFile.safeParse(JSON.parse(json));
  if (!read.success) throw new AppFailure({ kind: "referat-differs", place: read.error.issues[0]?.path.join(".") ?? "filen" });
  assertNoLeak(source, json, stringsOf(read.data));
  const place = findJsonDifference(meeting, read.data);
  if (place !== null) throw new AppFailure({ kind: "referat-differs", place });
  const attachments = itemsOf(meeting).flatMap((item) => item.attachments);
  return { json, beside: attachments.map(({ fileName, sha256 }) => ({ name: fileName, sha256 })) };
}

/** Each bilag under the name it lies under: "referat bilag/3-1 Indstilling.pdf". */
function withPlaces(meeting: MeetingView, folder: string, kept?: ReadonlyMap<string, string>): MeetingView {
  return mapItems(meeting, (item) => ({
    ...item,
    attachments: item.attachments.flatMap((attachment, i) => {
      const sha256 = kept === undefined ? attachment.sha256 : kept.get(attachment.id);
      if (sha256 === undefined) return [];
      return [{ ...attachment, sha256, fileName: `${folder}/${item.number}-${i + 1} ${safeFileName(attachment.fileName, nameLimit)}` }];
    }),
  }));
}

function mapItems(meeting: MeetingView, change: (item: ItemView) => ItemView): MeetingView {
  return { ...meeting, categories: meeting.categories.map((category) => ({ ...category, items: category.items.map(change) })) };
}

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

function findJsonDifference(meeting: MeetingView, file: MeetingFile): string | null {
  const written = file.categories.flatMap(({ items }) => items);
  const items = itemsOf(meeting);
  if (written.length !== items.length) return "punkternes antal";
  const wrong = items.findIndex((item, i) => {
    const read = written[i];
    return read?.number !== item.number || read.title !== item.title || !sameWords(read.decision, item.decision);
  });
  return wrong === -1 ? null : `Punkt ${items[wrong]?.number}`;
}

function sameWords(read: string | RichText, text: RichText): boolean {
  const again = typeof read === "string" ? parseSmallMarkdown(read) : richText.parse(read);
  return lettersOf(plainText(again)) === lettersOf(plainText(text));
}
