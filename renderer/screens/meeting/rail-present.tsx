import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { texts } from "../../app/texts.ts";
import { useWritingHelp } from "../../stores/writing-help.ts";
import { showAttendance } from "./actions.ts";
import { presentNames } from "./attendance-names.ts";
import "./attendance-part.css";

const words = texts.attendance;

/** Who is there, at the foot of the agenda; it opens the list in Ved hånden. */
export function RailPresent({ meeting }: { meeting: MeetingView }) {
  const people = useWritingHelp((state) => state.people);
  const names = presentNames(meeting.attendance, people);
  return (
    <button type="button" className="rail-present" onClick={showAttendance}>
      {names.length === 0 ? words.ask : words.present} {names.length > 0 && <strong>{names.join(", ")}</strong>}
    </button>
  );
}
