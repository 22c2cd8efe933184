import { foundation } from "./0001-foundation.ts";
import { outbox } from "./0002-outbox.ts";
import { history } from "./0003-history.ts";
import { approval } from "./0004-approval.ts";
import { followUps } from "./0005-follow-ups.ts";
import { clock } from "./0006-clock.ts";
import { attendance } from "./0007-attendance.ts";
import { phrases } from "./0008-phrases.ts";
import { contents } from "./0009-contents.ts";
import { keptFindings } from "./0010-kept-findings.ts";
import { received } from "./0011-received.ts";
import { shortInFolder } from "./0012-short-in-folder.ts";
import type { Migration } from "./migration.ts";

/** All migrations in their order; versions rise by one from 1. */
export const migrations: readonly Migration[] = [
  foundation,
  outbox,
  history,
  approval,
  followUps,
  clock,
  attendance,
  phrases,
  contents,
  keptFindings,
  received,
  shortInFolder,
];
