import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { createAttachmentHandlers } from "../../electron/attachments/handlers.ts";
import { createProber } from "../../electron/attachments/prober.ts";
import { createAttendanceHandlers } from "../../electron/attendance/handlers.ts";
import { createClockHandlers } from "../../electron/clock/handlers.ts";
import type { AppContext, Clock } from "../../electron/context.ts";
import { createFollowUpHandlers } from "../../electron/follow-ups/handlers.ts";
import { createHistoryHandlers } from "../../electron/history/handlers.ts";
import { createMeetingHandlers } from "../../electron/meetings/handlers.ts";
import { createItemHandlers } from "../../electron/meetings/item-handlers.ts";
import { createPeopleHandlers } from "../../electron/people/handlers.ts";
import { createPhraseHandlers } from "../../electron/phrases/handlers.ts";
import { createSettingsHandlers } from "../../electron/settings/handlers.ts";
import { openStore } from "../../electron/store/open.ts";
import type { Store } from "../../electron/store/store.ts";
import type { Channel } from "../../shared/ipc/channels.ts";
import { contract, type Handlers, type Input, type Output } from "../../shared/ipc/contract.ts";

/** A clock that stands still until it is set. */
export type TestClock = Clock & { set(iso: string): void };

export function testClock(iso = "2026-03-04T09:00:00.000Z"): TestClock {
  let now = iso;
  return {
    now: () => new Date(now),
    set(next) {
      now = next;
    },
  };
}

/** A folder of this test's own, gone when the test is. */
export function testFolder(): string {
  const path = mkdtempSync(join(tmpdir(), "referent-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A store in a folder of this test's own, closed when the test is done. */
export function testStore(dataDir = testFolder(), clock: Clock = testClock()): Store {
  const store = openStore({ dataDir, clock });
  onTestFinished(() => store.close());
  return store;
}

/** The data folder as a kill at this moment would leave it. */
export function killedCopy(dataDir: string): string {
  const copy = testFolder();
  cpSync(dataDir, copy, { recursive: true });
  return copy;
}

const resourcesDir = fileURLToPath(new URL("../../resources", import.meta.url));

/** A context for the rooms of the store; whatever else a handler reaches for throws. */
export function testContext(store: Store, parts: Partial<AppContext> = {}): AppContext {
  const prober = createProber({ workerUrl: new URL("../../electron/referat/typeset-worker.ts", import.meta.url) });
  const known: Partial<AppContext> = { store, clock: testClock(), resourcesDir, prober, ...parts };
  return new Proxy(known as AppContext, {
    get(target, name: keyof AppContext) {
      if (!(name in target)) throw new Error(`the test gives no ${name}`);
      return target[name];
    },
  });
}

type StoreHandlers = ReturnType<typeof storeHandlers>;

function storeHandlers(context: AppContext) {
  return {
    ...createMeetingHandlers(context),
    ...createAttendanceHandlers(context),
    ...createClockHandlers(context),
    ...createHistoryHandlers(context),
    ...createFollowUpHandlers(context),
    ...createItemHandlers(context),
    ...createAttachmentHandlers(context),
    ...createSettingsHandlers(context),
    ...createPeopleHandlers(context),
    ...createPhraseHandlers(context),
  } satisfies Partial<Handlers>;
}

/** Calls a handler as the window does: the input passes the contract first. */
export type Request = <C extends Channel & keyof StoreHandlers>(channel: C, input: Input<C>) => Output<C>;

export function requests(context: AppContext): Request {
  const handlers = storeHandlers(context);
  return (channel, input) => {
    const handle = handlers[channel] as (input: unknown) => never;
    return handle(contract[channel].parse(input));
  };
}
