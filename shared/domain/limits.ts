/** The sizes every boundary holds to. Bytes are UTF-8 bytes; characters are UTF-16 units. */
export const limits = {
  /** One rich-text field as stored JSON. */
  richTextBytes: 256 * 1024,
  /** Titles, places, names. */
  lineChars: 2_000,
  /** One message between processes, and one imported JSON file. */
  messageBytes: 2 * 1024 * 1024,
  attachmentBytes: 50 * 1024 * 1024,
  /** All attachments of one meeting together. */
  meetingAttachmentBytes: 200 * 1024 * 1024,
  itemsPerMeeting: 500,
  listEntries: 500,
  attachmentsPerItem: 100,
  /** Nesting of a rich-text document: far past what can be printed. */
  richTextDepth: 32,
} as const;

/** UTF-8 bytes of a string, without Node or a browser API. Lone surrogates count as U+FFFD (3 bytes). */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
