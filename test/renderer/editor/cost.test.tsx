import { Editor } from "@tiptap/core";
import { Document } from "@tiptap/extension-document";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { expect, it } from "vitest";
import { cdp, userEvent } from "vitest/browser";
import { item, meetingOf, mount, rich } from "./surface.tsx";

const words = "rådmanden tog orienteringen til efterretning og bad om en status ";

/** Milliseconds of script the page spends on one letter, by the browser's own count. */
async function scriptPerKey(): Promise<number> {
  const spent = async () => {
    const { metrics } = (await cdp().send("Performance.getMetrics")) as { metrics: { name: string; value: number }[] };
    return metrics.find((metric) => metric.name === "ScriptDuration")?.value ?? 0;
  };
  await cdp().send("Performance.enable");
  await userEvent.keyboard(words);
  const before = await spent();
  await userEvent.keyboard(words);
  return ((await spent()) - before) * (1_000 / words.length);
}

// The measure is told, not judged: the machine is shared. What is judged is that both wrote the same.
it("a key in a meeting of 60 punkter, against a bare editor", { timeout: 60_000 }, async () => {
  const decision = rich(...Array.from({ length: 6 }, () => words.repeat(4)));
  const items = Array.from({ length: 60 }, (_none, index) => item(index + 1, { agendaText: decision, decision }));
  const started = performance.now();
  const surface = await mount(meetingOf(...items, item(61)));
  const mounted = performance.now() - started;
  const ours = await scriptPerKey();
  expect(surface.words(61)).toBe(words.repeat(2));
  surface.unmount();

  const element = document.createElement("div");
  document.body.append(element);
  const bare = new Editor({ element, extensions: [Document, Paragraph, Text], content: "<p></p>" });
  bare.commands.focus();
  const theirs = await scriptPerKey();
  expect(bare.getText()).toBe(words.repeat(2));
  bare.destroy();
  element.remove();
  console.log(
    `mount ${mounted.toFixed(0)} ms; script per key ${ours.toFixed(2)} ms, bare ${theirs.toFixed(2)} ms, ratio ${(ours / theirs).toFixed(2)}`,
  );
});
