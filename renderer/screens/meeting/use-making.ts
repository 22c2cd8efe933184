import type { ExportProgress } from "../../../shared/ipc/events.ts";
import { useExport } from "../../stores/export.ts";
import { useFolder } from "../../stores/folder.ts";

export type Making = { progress: ExportProgress; stopped: boolean; stop(): void };

/** The referat that is being made, for a file or for the folder: how far it is, and the way to stop it. Null while there is none. */
export function useMaking(): Making | null {
  const exporting = useExport();
  const laying = useFolder();
  const { progress, stopped, stop } = exporting.progress === null ? laying : exporting;
  return progress === null ? null : { progress, stopped, stop };
}
