import { useEffect, useMemo } from "react";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { type ProofFinding, proofRead } from "../../../shared/domain/proof-read.ts";
import { useClosing } from "../../stores/closing.ts";
import { useFollowUpList } from "../../stores/follow-up-list.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useVersions } from "../../stores/versions.ts";
import { useWritingHelp } from "../../stores/writing-help.ts";

/** What is left to look at, what has been taken care of, and whether the dictionary is still being asked. */
export type Findings = { open: ProofFinding[]; done: ProofFinding[]; checking: boolean };

/** What the open meeting lacks as it is written now; found anew whenever it changes. */
export function useFindings(meeting: MeetingView): Findings {
  const people = useWritingHelp((state) => state.people);
  const { wrongWords, kept, seen, checking } = useClosing();
  const twofold = useVersions((state) => state.twofold);
  const found = useMemo(() => proofRead(meeting, { people, wrongWords, twofold }), [meeting, people, wrongWords, twofold]);
  useEffect(() => useClosing.getState().see(found), [found]);
  useEffect(() => void useClosing.getState().checkWords(meeting), [meeting]);
  const saved = useOpenMeeting(({ saving }) => (saving.kind === "saved" ? saving.at : null));
  // Main makes the follow-ups of the text when it is saved, and sees whether it was written elsewhere too.
  useEffect(() => {
    if (saved === null) return;
    void useFollowUpList.getState().loadMeeting(meeting.id);
    void useVersions.getState().load(meeting.id);
  }, [saved, meeting.id]);
  const standing = new Set(found.map(({ id }) => id));
  const solved = [...seen.values()].filter(({ id }) => !standing.has(id));
  return { open: found.filter(({ id }) => !kept.has(id)), done: [...solved, ...found.filter(({ id }) => kept.has(id))], checking };
}
