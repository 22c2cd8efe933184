import type { ReferatEdition, ReferatForm } from "../../shared/domain/edition.ts";
import { type AttachmentView, itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { exportFileName } from "../../shared/domain/meeting-name.ts";
import { examineContents, readContents } from "../attachments/examine.ts";
import type { AppContext } from "../context.ts";
import { bilagWarnings, typesetWithBilag } from "./bilag.ts";
import { composeReferat } from "./compose.ts";
import { checkReferat } from "./read-back.ts";
import { readSource } from "./source.ts";
import type { TypesetResult } from "./typesetter.ts";
import { untilStopped, unwatched, type Watch } from "./watch.ts";

/** What is exported: the collected form in the full edition when nothing else is said. */
export type ReferatKind = { form?: ReferatForm | undefined; edition?: ReferatEdition | undefined };

/**
 * The referat of a meeting as it stands in the database now, its bilag after their punkter. A bilag that cannot be shown gets a page
 * that says so, and a warning. Read back before it is given. Throws the watch's reason when it is stopped, else AppFailure `not-found`, `typeset-failed`, `referat-differs` or
 * `referat-leaks`.
 */
export async function makeReferat(
  parts: Pick<AppContext, "store" | "typesetter" | "prober" | "readBack">,
  meetingId: string,
  kind: ReferatKind = {},
  watch = unwatched,
): Promise<{ fileName: string; meeting: MeetingView; result: TypesetResult }> {
  const { whole, meeting, organisation, rules } = readSource(parts, meetingId, kind.edition);
  const form = kind.form ?? "collected";
  const bilag = form === "short" ? [] : itemsOf(meeting).flatMap((item) => item.attachments);
  await lookInto(parts, bilag, watch);
  const contents = await readContents(parts, bilag);
  watch.step({ stage: "pages", done: 0, total: 1 });
  const setting = typesetWithBilag(parts, contents, () => composeReferat(meeting, { organisation, contents, form }));
  const result = await untilStopped(setting, watch.signal);
  watch.step({ stage: "reading", done: 0, total: 1 });
  await untilStopped(checkReferat(parts.readBack, { result, whole: kind.edition === "open" ? whole : null, rules }), watch.signal);
  const warnings = [...bilagWarnings(meeting, contents), ...result.warnings];
  return { fileName: exportFileName(meeting, kind), meeting, result: { ...result, warnings } };
}

/** One by one, so that it can be told how far it is, and stopped between two. */
async function lookInto(
  parts: Pick<AppContext, "store" | "prober">,
  bilag: readonly AttachmentView[],
  { step, signal }: Watch,
): Promise<void> {
  for (const [done, attachment] of bilag.entries()) {
    step({ stage: "bilag", done, total: bilag.length });
    await untilStopped(examineContents(parts, [attachment]), signal);
  }
}
