import { Document } from "@tiptap/extension-document";

/** The whole meeting in one document, one node a punkt. */
export const MeetingDocument = Document.extend({ content: "meetingItem*" });
