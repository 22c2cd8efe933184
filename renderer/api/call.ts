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

/** Sends one request to the main process; throws AppFailure with the error it answered. */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const reply = await window.bridge.requests[channel](input);
  if (!reply.ok) throw new AppFailure(reply.error);
  return reply.value;
}

/** Hears an event of the main process until the returned function is called. */
export function on<E extends EventName>(event: E, listener: (payload: EventPayloads[E]) => void): () => void {
  return window.bridge.on[event](listener);
}
