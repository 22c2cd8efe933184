import type { Handlers } from "../../shared/ipc/contract.ts";
import type { FakeMain } from "./fake-bridge.ts";

/** The requests of live writing as a main process without any history answers them. */
export function liveHandlers(main: FakeMain) {
  return {
    "history:list": () => [],
    "history:at": () => null,
    "history:value": () => null,
    "history:restore": () => main.meetings[0] ?? main.meeting(""),
    "versions:name": ({ name }) => [{ id: crypto.randomUUID(), name, at: "2026-03-10T10:42:07.000Z" }],
    "versions:list": () => [],
  } satisfies Partial<Handlers>;
}
