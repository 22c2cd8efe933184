import { AppFailure } from "../../shared/errors.ts";
import type { Notice } from "../../shared/ipc/contract.ts";
import { readBlob } from "../attachments/blobs.ts";
import type { App } from "../compose-app.ts";
import { noticeText } from "./notice-text.ts";
import { type Counts, countAll, listContents, listDamage } from "./repository.ts";

/** What `check` found; `damage` are Danish sentences, none when all is well. */
export type CheckResult = Counts & { ok: boolean; contents: number; damage: string[] };

/** Looks through the whole database and reads every attachment's bytes against their hash. Changes nothing. */
export function checkAll({ context: { store } }: App): CheckResult {
  const contents = store.read(listContents);
  const damage = [
    ...store.notices.filter(isDamage).map(noticeText),
    ...store.read(listDamage).map((line) => `Databasen: ${line}.`),
    ...contents.flatMap(({ sha256, fileName }) => contentDamage(store.dataDir, sha256, fileName)),
  ];
  return { ok: damage.length === 0, ...store.read(countAll), contents: contents.length, damage };
}

function isDamage(notice: Notice): boolean {
  return notice.kind !== "error";
}

function contentDamage(dataDir: string, sha256: string, fileName: string): string[] {
  try {
    readBlob(dataDir, sha256);
    return [];
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    const { appError } = error;
    const what =
      appError.kind === "not-found" ? "mangler" : appError.kind === "file-unreadable" ? unreadable(appError.code) : "kan ikke læses";
    return [`Bilaget "${fileName}" (${sha256.slice(0, 8)}) ${what}.`];
  }
}

function unreadable(code: string): string {
  return code === "EHASH" ? "er ikke, som det var, da det blev lagt ved" : `kan ikke læses (${code})`;
}
