import { Editor } from "@tiptap/core";
import { Document } from "@tiptap/extension-document";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";

/** What a key costs at the least: tiptap with one paragraph and nothing else. */
new Editor({ element: document.body, extensions: [Document, Paragraph, Text], content: "<p></p>" }).commands.focus();
