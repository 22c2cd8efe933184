import { checkHouseStyle } from "../../shared/domain/house-style.ts";
import type { KnownName } from "../../shared/domain/known-name.ts";
import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { describeError } from "../../shared/error-text.ts";
import { call } from "../api/call.ts";
import { shownError } from "../stores/failure.ts";
import { saveFollowUp } from "../stores/follow-ups.ts";
import { useOpenMeeting } from "../stores/open-meeting.ts";
import { useWritingHelp } from "../stores/writing-help.ts";
import type { FollowUpChipOptions } from "./extensions/follow-up-chips.ts";
import type { TextMarkOptions } from "./extensions/text-marks.ts";
import { followUpKnowledge } from "./follow-up-facts.ts";
import type { CheckStyle } from "./item-marks.ts";
import { SpelledWords } from "./spelled-words.ts";

/** What the marks in a meeting's text are made of and where what a person says to them goes. */
export type TextSources = { followUps: FollowUpChipOptions; marks: Omit<TextMarkOptions, "onHint"> };

export function createTextSources(meeting: MeetingView): TextSources {
  const people = () => useWritingHelp.getState().people;
  return {
    followUps: {
      knowledge: followUpKnowledge(meeting, people),
      save: (id, { owners, due }) =>
        saveFollowUp({ id, owners, due }).then(
          () => null,
          (thrown: unknown) => describeError(shownError(thrown)),
        ),
      onPeople,
    },
    marks: {
      spelled: new SpelledWords({
        check: async (words) => (await call("spelling:check", { words: [...words] })).wrong,
        suggest: (word) => call("spelling:suggest", { word }),
        add: async (word) => void (await call("spelling:add", { word })),
      }),
      checkStyle: styleOf(meeting, people),
      onChanged: onPeople,
    },
  };
}

function onPeople(changed: () => void): () => void {
  return useWritingHelp.subscribe((now, before) => {
    if (now.people !== before.people) changed();
  });
}

/** By the open meeting as it stands: who is introduced in it, its other titles and its attachments. */
function styleOf(opened: MeetingView, people: () => readonly KnownName[]): CheckStyle {
  return (itemId, text) => {
    const { meeting } = useOpenMeeting.getState();
    const now = meeting?.id === opened.id ? meeting : opened;
    const items = itemsOf(now);
    const attachments = items.find((item) => item.id === itemId)?.attachments ?? [];
    const otherTitles = items.filter((item) => item.id !== itemId).map((item) => item.title);
    return checkHouseStyle({ ...text, attachments }, { people: people(), introduced: now.information, otherTitles });
  };
}
