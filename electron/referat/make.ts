import type { ReferatEdition, ReferatForm } from "../../shared/domain/edition.ts";
import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { exportFileName } from "../../shared/domain/meeting-name.ts";
import { readContents } from "../attachments/examine.ts";
import type { AppContext } from "../context.ts";
import { bilagWarnings, typesetWithBilag } from "./bilag.ts";
import { composeReferat } from "./compose.ts";
import { checkReferat } from "./read-back.ts";
import { readSource } from "./source.ts";
import type { TypesetResult } from "./typesetter.ts";

/** What is exported: the collected form in the full edition when nothing else is said. */
export type ReferatKind = { form?: ReferatForm | undefined; edition?: ReferatEdition | undefined };

/**
 * The referat of a meeting as it stands in the database now, its bilag after their punkter. A bilag that cannot be shown gets a page
 * that says so, and a warning. Read back before it is given. Throws AppFailure `not-found`, `typeset-failed`, `referat-differs` or
 * `referat-leaks`.
 */
export async function makeReferat(
  parts: Pick<AppContext, "store" | "typesetter" | "prober" | "readBack">,
  meetingId: string,
  kind: ReferatKind = {},
): Promise<{ fileName: string; meeting: MeetingView; result: TypesetResult }> {
  const { whole, meeting, organisation, rules } = readSource(parts, meetingId, kind.edition);
  const form = kind.form ?? "collected";
  const contents = await readContents(parts, form === "short" ? [] : itemsOf(meeting).flatMap((item) => item.attachments));
  const result = await typesetWithBilag(parts, contents, () => composeReferat(meeting, { organisation, contents, form }));
  await checkReferat(parts.readBack, { result, whole: kind.edition === "open" ? whole : null, rules });
  const warnings = [...bilagWarnings(meeting, contents), ...result.warnings];
  return { fileName: exportFileName(meeting, kind), meeting, result: { ...result, warnings } };
}
