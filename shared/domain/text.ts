import { z } from "zod";
import { limits } from "./limits.ts";

// C0 without tab and line feed, DEL and C1: never typed, never printable.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * Text as it may be stored: well-formed Unicode (lone surrogates become U+FFFD), CR LF as LF, no control characters.
 * Nothing that a person can see is changed; what cannot be printed is dealt with when the referat is set.
 */
export function storableText(text: string): string {
  return text.replace(/\r\n?/g, "\n").toWellFormed().replace(controls, "");
}

/** One line of text, at most `limits.lineChars` characters; line breaks become spaces. */
export const lineText = z
  .string()
  .max(limits.lineChars)
  .transform((text) => storableText(text).replace(/\s*\n\s*/g, " "));

export const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
