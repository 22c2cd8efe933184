import { expect, it } from "vitest";
import { createPreviewer } from "../../../electron/referat/preview.ts";
import { newMeeting } from "../../support/fake-meeting.ts";
import { compose, openTypesetter } from "./typesetter.ts";

const megabyte = 1024 * 1024;

it("takes no more memory however long one writes, with one engine all the time: 200 settings, of which it gives nothing back by itself", {
  timeout: 120_000,
}, async () => {
  const previewer = createPreviewer(() => openTypesetter({ drawnOnly: true, renewAfterBytes: 4_096 * megabyte }));
  const document = compose(newMeeting());
  const memory: number[] = [];
  for (let key = 1; key <= 200; key += 1) {
    const set = await previewer.preview({ ...document, title: `${document.title} ${"ord ".repeat(key)}` });
    expect(set?.pages).toBeGreaterThan(0);
    memory.push(process.memoryUsage().rss / megabyte);
  }
  await previewer.close();
  expect(Math.max(...memory.slice(-50)) - Math.max(...memory.slice(30, 80))).toBeLessThan(50);
});
