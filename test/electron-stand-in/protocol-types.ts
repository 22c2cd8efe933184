// playwright-core has the types of the DevTools protocol but does not export them by name.
import type { Protocol } from "../../node_modules/playwright-core/types/protocol.d.ts";

export type { Protocol };
export type Command = keyof Protocol.CommandParameters;
export type Parameters<C extends Command> = Protocol.CommandParameters[C];
export type Result<C extends Command> = Protocol.CommandReturnValues[C];
export type EventName = keyof Protocol.EventMap;
export type Payload<E extends EventName> = Protocol.EventMap[E][0];
