import type { Handlers } from "../shared/ipc/contract.ts";
import { createAppHandlers } from "./app-handlers.ts";
import { createAttachmentHandlers } from "./attachments/handlers.ts";
import { createAttendanceHandlers } from "./attendance/handlers.ts";
import { createClockHandlers } from "./clock/handlers.ts";
import type { AppContext } from "./context.ts";
import { createDecisionHandlers } from "./decisions/handlers.ts";
import { createFindingHandlers } from "./findings/handlers.ts";
import { createFollowUpHandlers } from "./follow-ups/handlers.ts";
import { createHistoryHandlers } from "./history/handlers.ts";
import { createImportHandlers } from "./import/handlers.ts";
import { createMeetingHandlers } from "./meetings/handlers.ts";
import { createItemHandlers } from "./meetings/item-handlers.ts";
import { createPeopleHandlers } from "./people/handlers.ts";
import { createPhraseHandlers } from "./phrases/handlers.ts";
import { createReferatHandlers } from "./referat/handlers.ts";
import { createSettingsHandlers } from "./settings/handlers.ts";
import { createSiblingHandlers } from "./siblings/handlers.ts";
import { createSpellingHandlers } from "./spelling/handlers.ts";
import { createFolderHandlers } from "./sync/handlers.ts";

/** Every request's handler, the same for the window and the command line. Leaving a room out does not compile. */
export function createHandlers(context: AppContext): Handlers {
  return {
    ...createAppHandlers(context),
    ...createSettingsHandlers(context),
    ...createPeopleHandlers(context),
    ...createPhraseHandlers(context),
    ...createMeetingHandlers(context),
    ...createItemHandlers(context),
    ...createAttachmentHandlers(context),
    ...createAttendanceHandlers(context),
    ...createClockHandlers(context),
    ...createHistoryHandlers(context),
    ...createFollowUpHandlers(context),
    ...createImportHandlers(context),
    ...createReferatHandlers(context),
    ...createSpellingHandlers(context),
    ...createFindingHandlers(context),
    ...createDecisionHandlers(context),
    ...createFolderHandlers(context),
    ...createSiblingHandlers(context),
  };
}
