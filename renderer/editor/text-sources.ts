import type { MeetingView } from "../../shared/domain/meeting.ts";
import { describeError } from "../../shared/error-text.ts";
import { shownError } from "../stores/failure.ts";
import { saveFollowUp } from "../stores/follow-ups.ts";
import { useWritingHelp } from "../stores/writing-help.ts";
import type { FollowUpChipOptions } from "./extensions/follow-up-chips.ts";
import { followUpKnowledge } from "./follow-up-facts.ts";

/** What the marks in a meeting's text are made of and where what a person says to them goes. */
export type TextSources = { followUps: FollowUpChipOptions };

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
      onPeople: (changed) =>
        useWritingHelp.subscribe((now, before) => {
          if (now.people !== before.people) changed();
        }),
    },
  };
}
