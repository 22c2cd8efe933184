import type { Reply } from "../../shared/errors.ts";
import type { Channel } from "../../shared/ipc/channels.ts";
import { contract, type Handlers, type Output } from "../../shared/ipc/contract.ts";
import type { Log } from "../log.ts";
import { encodeError, invalidInput } from "./encode-error.ts";
import type { InFlight } from "./in-flight.ts";
import { checkMessage } from "./message-limits.ts";

type Parts<Event> = { handlers: Handlers; isTrusted(event: Event): boolean; inFlight: InFlight; log: Log };

/** Answers one request from the window. Never throws: what goes wrong is in the reply, without a stack or a path. */
export async function answer<Event>(parts: Parts<Event>, channel: Channel, event: Event, input: unknown): Promise<Reply<Output<Channel>>> {
  if (!parts.isTrusted(event)) {
    parts.log("untrusted-sender", { channel });
    return { ok: false, error: { kind: "untrusted-sender" } };
  }
  const entered = parts.inFlight.enter(channel);
  try {
    if (!entered) throw new Error("too many requests in flight");
    return { ok: true, value: await handle(parts.handlers, channel, input) };
  } catch (error) {
    return { ok: false, error: encodeError(error, parts.log, channel) };
  } finally {
    if (entered) parts.inFlight.leave(channel);
  }
}

function handle(handlers: Handlers, channel: Channel, input: unknown): Output<Channel> | Promise<Output<Channel>> {
  checkMessage(channel, input);
  const parsed = contract[channel].safeParse(input);
  if (!parsed.success) throw invalidInput(parsed.error, input);
  const handler = handlers[channel] as (input: unknown) => Output<Channel> | Promise<Output<Channel>>;
  return handler(parsed.data);
}
