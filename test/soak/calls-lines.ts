import type { AppErrorKind } from "../../shared/errors.ts";
import type { Notice } from "../../shared/ipc/contract.ts";

/** What the child of the calls soak says, one JSON a line. */
export type ChildLine =
  | { kind: "opened"; notices: readonly Notice[] }
  | { kind: "noticed"; notice: Notice }
  | { kind: "meeting"; meetingId: string; itemId: string; title: string }
  /** The reply of save number `n` is there: the window would show it as saved. */
  | { kind: "saved"; n: number }
  | { kind: "attached" }
  /** Something failed, and the window would say so. */
  | { kind: "told"; of: AppErrorKind }
  | { kind: "done"; n: number }
  | { kind: "ended"; named: AppErrorKind | null; message: string };
