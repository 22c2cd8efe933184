import type { MeetingView } from "../../../shared/domain/meeting.ts";

/** `bilag` are the paths of the PDFs that follow the first punkt; none for a referat without. */
export type Job = { meeting: MeetingView; bilag: string[] };

/** Something that makes a PDF of a meeting; starting it is all that has to be done before the first one. */
export type Engine = { print(job: Job): Promise<Uint8Array>; close(): Promise<void> };
