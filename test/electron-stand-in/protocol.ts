import type { Protocol } from "electron";
import { registerSchemesAsPrivileged } from "./schemes.ts";
import { shownSession } from "./session.ts";
import { guard } from "./unimplemented.ts";

/** The default session's handlers, and the registration that must happen before the app is ready. */
export const protocol: Protocol = guard<Protocol>("protocol", {
  registerSchemesAsPrivileged,
  handle: (scheme, handler) => shownSession("").protocol.handle(scheme, handler),
  unhandle: (scheme) => shownSession("").protocol.unhandle(scheme),
  isProtocolHandled: (scheme) => shownSession("").protocol.isProtocolHandled(scheme),
});
