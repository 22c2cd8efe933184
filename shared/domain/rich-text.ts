import { z } from "zod";
import { limits, utf8Bytes } from "./limits.ts";
import { storableText, uuid } from "./text.ts";

/**
 * A sentence that says who does what after the meeting; `id` is its record's. A recognised one that the referent turned off is
 * "dismissed": it prints as nothing special and is not marked again.
 */
export type FollowUpMark = { type: "followUp"; attrs: { id: string; state: "marked" | "dismissed" } };

/** A mark on a run of text. `link` targets are http, https or mailto only; anything else is refused at the boundary. */
export type Mark = { type: "bold" } | { type: "italic" } | { type: "link"; attrs: { href: string } } | FollowUpMark;

export type TextRun = { type: "text"; text: string; marks?: Mark[] };
export type HardBreak = { type: "hardBreak" };
export type Inline = TextRun | HardBreak;

export type Paragraph = { type: "paragraph"; content?: Inline[] };
export type ListItem = { type: "listItem"; content: Block[] };
export type BulletList = { type: "bulletList"; content: ListItem[] };
export type OrderedList = { type: "orderedList"; attrs?: { start: number }; content: ListItem[] };
export type Block = Paragraph | BulletList | OrderedList;

/**
 * Formatted text of one field as ProseMirror JSON. An at-point ("at 1) rådmanden tog …") is an ordinary paragraph whose text
 * begins with `at N) `: what the referent types is what is stored; see `at-point.ts` for how it is recognised.
 */
export type RichText = { type: "doc"; content: Block[] };

const linkTarget = z
  .string()
  .max(2_081)
  .regex(/^(https?:\/\/|mailto:)[^\s]+$/i, "kun http, https og mailto");

const mark = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bold") }),
  z.strictObject({ type: z.literal("italic") }),
  z.strictObject({ type: z.literal("link"), attrs: z.strictObject({ href: linkTarget }) }),
  z.strictObject({ type: z.literal("followUp"), attrs: z.strictObject({ id: uuid, state: z.enum(["marked", "dismissed"]) }) }),
]);

const inline = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1).transform(storableText), marks: z.array(mark).max(4).optional() }),
  z.strictObject({ type: z.literal("hardBreak") }),
]);

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("paragraph"), content: z.array(inline).optional() }),
    z.strictObject({ type: z.literal("bulletList"), content: z.array(listItem).min(1) }),
    z.strictObject({
      type: z.literal("orderedList"),
      attrs: z.strictObject({ start: z.int().min(0).max(9_999) }).optional(),
      content: z.array(listItem).min(1),
    }),
  ]),
) as z.ZodType<Block>;

const listItem: z.ZodType<ListItem> = z.lazy(() =>
  z.strictObject({ type: z.literal("listItem"), content: z.array(block).min(1) }),
) as z.ZodType<ListItem>;

/** Depth of nested arrays and objects, looked at before a recursive schema is let loose on foreign data. */
function depthWithin(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (left === 0) return false;
  return Object.values(value).every((inner) => depthWithin(inner, left - 1));
}

const shape = z.strictObject({ type: z.literal("doc"), content: z.array(block) }) as z.ZodType<RichText>;

/** The boundary's check of a rich-text field: depth, size and exact shape. Empty text runs are refused, unknown nodes too. */
export const richText: z.ZodType<RichText> = z
  .unknown()
  .refine((value) => depthWithin(value, limits.richTextDepth * 2), { message: "er indlejret for dybt", abort: true })
  .refine((value) => utf8Bytes(JSON.stringify(value) ?? "") <= limits.richTextBytes, { message: "er større end 256 KB", abort: true })
  .pipe(shape) as unknown as z.ZodType<RichText>;

export const emptyRichText: RichText = { type: "doc", content: [] };

/** True when nothing would be printed: no text but white space, in any block. The old system's lone "." counts as nothing. */
export function isBlank(text: RichText): boolean {
  // Two characters side by side are words; in a long text the first paragraph tells.
  if (text.content.some(holdsWord)) return false;
  const words = plainText(text).trim();
  return words === "" || words === ".";
}

function holdsWord(node: Block): boolean {
  if (node.type !== "paragraph") return node.content.some((item) => item.content.some(holdsWord));
  return (node.content ?? []).some((inline) => inline.type === "text" && /\S\S/.test(inline.text));
}

/** Tells formatted text from every other value that a field may have. */
export function isRichText(value: unknown): value is RichText {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The words of a rich text, one line a block (list items included), without marks or bullets. */
export function plainText(text: RichText): string {
  return text.content.map(blockText).join("\n");
}

function blockText(node: Block): string {
  if (node.type === "paragraph") return inlineText(node.content ?? []);
  return node.content.map((item) => item.content.map(blockText).join("\n")).join("\n");
}

/** The words of a run of inline nodes; a hard break is a line feed. */
export function inlineText(content: Inline[]): string {
  return content.map((node) => (node.type === "text" ? node.text : "\n")).join("");
}

/** True for bold, and for a follow-up that is marked: the house sets follow-ups in bold. Source: domain.md, follow-ups. */
export function isPrintedBold(mark: Mark): boolean {
  return mark.type === "bold" || (mark.type === "followUp" && mark.attrs.state === "marked");
}
