import { AppFailure } from "../../shared/errors.ts";
import type { Bridge } from "../../shared/ipc/bridge.ts";
import type { Channel, EventName } from "../../shared/ipc/channels.ts";
import type { Input, Output } from "../../shared/ipc/contract.ts";
import type { EventPayloads } from "../../shared/ipc/events.ts";

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

/** One request to the main process. Throws AppFailure with the error that came back; `internal` when main did not answer at all. */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const reply = await window.bridge.requests[channel](input).catch((cause: unknown) => {
    throw new AppFailure({ kind: "internal", logId: channel }, cause);
  });
  if (!reply.ok) throw new AppFailure(reply.error);
  return reply.value;
}

/** Hears an event from the main process until the returned function is called. */
export function on<E extends EventName>(event: E, listener: (payload: EventPayloads[E]) => void): () => void {
  return window.bridge.on[event](listener);
}
