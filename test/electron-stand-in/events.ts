import { notImplemented } from "./unimplemented.ts";

/** An Electron event that a listener may stop. */
export type Cancellable = { preventDefault(): void; readonly defaultPrevented: boolean };

export function cancellable<T extends object>(details?: T): Cancellable & T {
  let prevented = false;
  return Object.defineProperties(
    { ...(details as T) },
    {
      preventDefault: {
        value: () => {
          prevented = true;
        },
      },
      defaultPrevented: { get: () => prevented },
    },
  ) as Cancellable & T;
}

/** A listener for an event that nothing here knows would wait in vain, so asking for it is an error. */
export function checkEvent(owner: string, event: string, raised: readonly string[], neverRaised: readonly string[]): void {
  if (!raised.includes(event) && !neverRaised.includes(event)) throw notImplemented(`${owner}.on("${event}")`);
}
