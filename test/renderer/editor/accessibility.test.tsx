import axe from "axe-core";
import { afterEach, describe, expect, it } from "vitest";
import { item, meetingOf, mount, rich, type Surface } from "./surface.tsx";

let surface: Surface;

afterEach(() => {
  surface.unmount();
  delete document.documentElement.dataset["theme"];
});

const points = [
  { id: "11111111-0000-4000-8000-000000000001", text: "at rådmanden godkender brevet" },
  { id: "11111111-0000-4000-8000-000000000002", text: "at rådmanden drøfter sagen" },
];

describe.each(["light", "dark"])("the writing surface, %s", (theme) => {
  it("has no fault that axe can find, contrast included", async () => {
    document.documentElement.dataset["theme"] = theme;
    surface = await mount(
      meetingOf(
        item(1, { minutes: 10, agendaText: rich("Tekst"), recommendations: points, decision: rich("at 1) rådmanden godkendte brevet.") }),
        item(2, { closed: true, decision: rich("Godkendt.") }),
        item(3),
      ),
    );
    surface.go(1);
    for (const number of [1, 2, 3]) {
      surface.go(number);
      const { violations, passes } = await axe.run(surface.column, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
      expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join()}`)).toEqual([]);
      expect(passes.some((each) => each.id === "color-contrast")).toBe(true);
    }
  });
});
