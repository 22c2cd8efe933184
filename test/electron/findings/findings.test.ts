import { describe, expect, it } from "vitest";
import { createFindingHandlers } from "../../../electron/findings/handlers.ts";
import { openStore } from "../../../electron/store/open.ts";
import { makeMeeting } from "../../support/meetings.ts";
import { requests, testClock, testContext, testFolder, testStore } from "../../support/store.ts";

describe("what stays as it is when a meeting is closed", () => {
  it("is remembered of each meeting by itself, over a restart too, until it is taken back", () => {
    const dataDir = testFolder();
    const first = openStore({ dataDir, clock: testClock() });
    const context = testContext(first);
    const [one, other] = [makeMeeting(requests(context)).id, makeMeeting(requests(context)).id];
    const before = createFindingHandlers(context);
    expect(before["findings:keep"]({ meetingId: one, finding: "spelling:1:igang", kept: true })).toEqual(["spelling:1:igang"]);
    before["findings:keep"]({ meetingId: one, finding: "spelling:1:igang", kept: true });
    first.close();

    const after = createFindingHandlers(testContext(testStore(dataDir)));
    expect(after["findings:kept"]({ meetingId: one })).toEqual(["spelling:1:igang"]);
    expect(after["findings:kept"]({ meetingId: other })).toEqual([]);
    expect(after["findings:keep"]({ meetingId: one, finding: "spelling:1:igang", kept: false })).toEqual([]);
  });

  it("is refused for a meeting that is not there, and beyond what one can look through", () => {
    const context = testContext(testStore());
    const handlers = createFindingHandlers(context);
    const meetingId = makeMeeting(requests(context)).id;
    const keep = (finding: string, of = meetingId) => handlers["findings:keep"]({ meetingId: of, finding, kept: true });
    expect(() => keep("a", crypto.randomUUID())).toThrow(
      expect.objectContaining({ appError: expect.objectContaining({ kind: "not-found" }) }),
    );
    for (let count = 0; count < 500; count += 1) keep(`style:${count}`);
    expect(() => keep("one more")).toThrow(expect.objectContaining({ appError: expect.objectContaining({ kind: "invalid-input" }) }));
  });
});
