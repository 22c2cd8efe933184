import { twofoldId } from "../../../shared/domain/proof-read.ts";
import type { Twofold, Version } from "../../../shared/domain/twofold.ts";
import { versionTexts } from "../../app/version-texts.ts";
import { useClosing } from "../../stores/closing.ts";
import { useUi } from "../../stores/ui.ts";
import { useVersions } from "../../stores/versions.ts";

/** Shows the versions of what a finding is about. */
export function showVersions(twofold: Twofold): void {
  useVersions.getState().show(twofold);
  useUi.getState().setDialog("choose-version");
}

export function endChoosing(): void {
  useUi.getState().setDialog(null);
  useVersions.getState().show(null);
}

/** Makes a version the one, null for all of them after one another; the step can be taken back. */
export async function chooseVersion(twofold: Twofold, version: Version | null): Promise<void> {
  const undo = await useVersions.getState().choose(twofold, version);
  if (undo === null) return;
  endChoosing();
  useClosing.getState().addStep({ findingId: twofoldId(twofold), undo });
  useUi.getState().say(version === null ? versionTexts.chosenAll : versionTexts.chosen(version.by));
}
