import { fileURLToPath } from "node:url";
import { composeReferat } from "../../../electron/referat/compose.ts";
import type { ReferatDocument } from "../../../electron/referat/document.ts";
import { createTypesetter, type TypesetterOptions } from "../../../electron/referat/engine.ts";
import type { Typesetter } from "../../../electron/referat/typesetter.ts";
import type { MeetingView } from "../../../shared/domain/meeting.ts";

const root = new URL("../../../", import.meta.url);

export const engineFiles: Pick<TypesetterOptions, "workerUrl" | "resourcesDir"> = {
  workerUrl: new URL("electron/referat/typeset-worker.ts", root),
  resourcesDir: fileURLToPath(new URL("resources", root)),
};

/** The real engine, from the sources. */
export function openTypesetter(limits: Partial<TypesetterOptions> = {}): Typesetter {
  return createTypesetter({ ...engineFiles, ...limits });
}

export function compose(meeting: MeetingView): ReferatDocument {
  return composeReferat(meeting, { organisation: "Aarhus Kommune · Sociale Forhold og Beskæftigelse" });
}
