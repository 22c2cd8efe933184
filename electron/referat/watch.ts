import type { ExportProgress } from "../../shared/ipc/events.ts";

/** Who waits for a referat: hears how far it is, and may stop it. */
export type Watch = { step(progress: ExportProgress): void; signal: AbortSignal };

export const unwatched: Watch = { step: () => undefined, signal: new AbortController().signal };

/** The work's value, or the signal's reason as soon as it is stopped; what goes on by itself then is no one's. */
export function untilStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
