import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { item, meetingOf, rich } from "./surface.tsx";

/** Punkt 1 is decided, 2 empty, 5 has two at-points, 7 is closed. */
export function fourPunkter(): MeetingView {
  return meetingOf(
    item(1, { decision: rich("Godkendt.") }),
    item(2),
    item(5, {
      recommendations: [
        { id: "11111111-0000-4000-8000-000000000001", text: "at rådmanden tager orienteringen til efterretning" },
        { id: "11111111-0000-4000-8000-000000000002", text: "at rådmanden godkender brevet" },
      ],
    }),
    item(7, { closed: true }),
  );
}
