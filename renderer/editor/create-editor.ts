import { Editor } from "@tiptap/core";
import { UndoRedo } from "@tiptap/extensions";
import type { MeetingView } from "../../shared/domain/meeting.ts";
import { AgendaText } from "./extensions/agenda-text.ts";
import { CaretBand } from "./extensions/caret-band.ts";
import { CrossingSelection } from "./extensions/crossing-selection.ts";
import { CurrentItem } from "./extensions/current-item.ts";
import { Decision, PublicDecision } from "./extensions/decision.ts";
import { DirtyParts } from "./extensions/dirty-parts.ts";
import { FillIns } from "./extensions/fill-ins.ts";
import { FollowUpChips } from "./extensions/follow-up-chips.ts";
import { FollowUps } from "./extensions/follow-ups.ts";
import { FreshSelection } from "./extensions/fresh-selection.ts";
import { Ghost } from "./extensions/ghost.ts";
import { HelpLists } from "./extensions/help-lists.ts";
import { ItemTitle } from "./extensions/item-title.ts";
import { LettersApart } from "./extensions/letters-apart.ts";
import { MeetingDocument } from "./extensions/meeting-document.ts";
import { MeetingItem } from "./extensions/meeting-item.ts";
import { MeetingKeys } from "./extensions/meeting-keys.ts";
import { Paste } from "./extensions/paste.ts";
import { Recommendation, Recommendations } from "./extensions/recommendations.ts";
import { recordText } from "./extensions/record-text.ts";
import { StructureGuard } from "./extensions/structure-guard.ts";
import { TextMarks } from "./extensions/text-marks.ts";
import { type HearUndo, UndoKeys } from "./extensions/undo-keys.ts";
import { WrittenLines } from "./extensions/written-lines.ts";
import "./follow-up.css";
import "./text-marks.css";
import { openHelpList } from "./help-list-state.ts";
import { shortenLetterPath } from "./letter-path.ts";
import { meetingDoc } from "./meeting-doc.ts";
import type { DirtyPart } from "./parts.ts";
import { createTextSources } from "./text-sources.ts";
import { editorTexts } from "./texts.ts";
import type { WritingHelp } from "./writing-help.ts";

export type EditorEvents = {
  onDirty(part: DirtyPart): void;
  onActiveItem(itemId: string | null): void;
  /** A Danish sentence to the referent: what happened, that nothing is lost, what to do. */
  onNotice(text: string): void;
  onUndo: HearUndo;
  /** A Danish hint for a screen reader, to be said politely. */
  onHint(text: string): void;
};

const surfaceAttributes = {
  "aria-multiline": "true",
  "aria-label": editorTexts.surface,
  lang: "da",
  spellcheck: "false",
  autocorrect: "off",
  autocapitalize: "off",
};

/** The writing surface of a whole meeting in one editor: one undo history, isolating nodes per punkt, no React inside. */
export function createEditor(
  element: HTMLElement,
  meeting: MeetingView,
  editable: boolean,
  events: EditorEvents,
  help: WritingHelp,
): Editor {
  const { followUps, marks } = createTextSources(meeting);
  const editor = new Editor({
    element,
    editable,
    content: meetingDoc(meeting),
    extensions: [
      MeetingDocument,
      MeetingItem,
      ItemTitle,
      AgendaText,
      Recommendations,
      Recommendation,
      Decision,
      PublicDecision,
      ...recordText,
      UndoRedo,
      UndoKeys.configure({ onUndo: events.onUndo }),
      LettersApart,
      FreshSelection,
      StructureGuard.configure({ onRefused: events.onNotice }),
      CrossingSelection.configure({ onCleared: events.onNotice }),
      Paste.configure({ onRefused: events.onNotice }),
      CurrentItem.configure({ onChange: events.onActiveItem }),
      DirtyParts.configure({ onDirty: events.onDirty }),
      FollowUps.configure({ people: followUps.knowledge.people }),
      FollowUpChips.configure(followUps),
      TextMarks.configure({ ...marks, onHint: events.onHint }),
      MeetingKeys,
      HelpLists.configure({ find: help.find, onChosen: help.onChosen }),
      Ghost.configure({ complete: help.complete, isBusy: (state) => openHelpList(state) !== null, onHint: events.onHint }),
      FillIns,
      WrittenLines.configure({ onWritten: help.onWritten }),
      CaretBand,
    ],
    onBeforeCreate: ({ editor }) => {
      const { plugins } = editor.extensionManager;
      Object.defineProperty(editor.extensionManager, "plugins", { value: shortenLetterPath(plugins) });
    },
    // The page's content security policy takes no style elements made by scripts; editor.css has these rules.
    injectCSS: false,
    enablePasteRules: false,
    // `delete` works out what was deleted at every key, for an event nobody hears.
    enableCoreExtensions: { delete: false, drop: false, paste: false, textDirection: false },
  });
  // Once and by hand: what the engine is told to set it compares at every key.
  for (const [name, value] of Object.entries(surfaceAttributes)) editor.view.dom.setAttribute(name, value);
  return editor;
}
