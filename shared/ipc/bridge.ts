import type { Reply } from "../errors.ts";
import type { Channel, EventName } from "./channels.ts";
import type { Input, Output } from "./contract.ts";
import type { EventPayloads } from "./events.ts";

/** What the preload puts at `window.bridge`: one frozen object of named functions, one a request, and a way to hear each event. */
export type Bridge = {
  readonly requests: { readonly [C in Channel]: (input: Input<C>) => Promise<Reply<Output<C>>> };
  readonly on: { readonly [E in EventName]: (listener: (payload: EventPayloads[E]) => void) => () => void };
};
