import type { Extensions } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { FollowUpText } from "./follow-up-mark.ts";
import { TypedSigns } from "./typed-signs.ts";

const linkTarget = /^(https?:\/\/|mailto:)\S+$/i;

// Asterisks that are typed stay asterisks: the text is stored word for word. Formatting is Ctrl+B and Ctrl+I.
const noRules = { addInputRules: () => [], addPasteRules: () => [] };

const RecordLink = Link.extend({
  // Innermost mark, in the order in which it is stored.
  priority: 10,
  addAttributes: () => ({ href: { default: "" } }),
}).configure({
  openOnClick: false,
  autolink: false,
  linkOnPaste: false,
  HTMLAttributes: {},
  isAllowedUri: (url) => url.length <= 2_081 && linkTarget.test(url),
});

// The row of a pasted table is a paragraph; its cells are parted in `paste.ts`.
const RecordParagraph = Paragraph.extend({ parseHTML: () => [{ tag: "p" }, { tag: "tr" }] });

const NumberedList = OrderedList.extend({
  addInputRules: () => [],
  addProseMirrorPlugins: () => [],
  renderHTML: ({ HTMLAttributes: { start } }) => ["ol", start === 1 ? {} : { start }, 0],
});

// Ctrl+Enter is the usual decision.
const LineBreak = HardBreak.extend({
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.setHardBreak() };
  },
});

/** The formatted text of a field: paragraphs, lists, line breaks, follow-ups, bold, italic and links that are shown and never followed. */
export const recordText: Extensions = [
  RecordParagraph,
  Text,
  BulletList.extend({ addInputRules: () => [] }),
  NumberedList,
  ListItem,
  LineBreak,
  FollowUpText,
  Bold.extend(noRules),
  Italic.extend(noRules),
  RecordLink,
  TypedSigns,
];
