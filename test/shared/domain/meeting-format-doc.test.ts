import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { meetingFile } from "../../../shared/domain/meeting-file.ts";

it("the example in docs/meeting-format.md is a meeting file, and every field of the format stands there", () => {
  const page = readFileSync(new URL("../../../docs/meeting-format.md", import.meta.url), "utf8");
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const parsed = meetingFile.parse(JSON.parse(example));
  const item = parsed.categories[0]?.items[1] ?? {};
  for (const field of [...Object.keys(parsed), ...Object.keys(item)]) expect(page).toContain(`${field}\``);
});
