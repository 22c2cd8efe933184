import { afterEach, describe, expect, it } from "vitest";
import { createSheets } from "../../../renderer/preview/sheets.ts";

let told: string[] = [];
const sheets = () =>
  createSheets({
    give: (page) => told.push(`give ${page}`),
    gone: (page) => told.push(`gone ${page}`),
    draw: ({ page, width }) => told.push(`draw ${page} at ${width}`),
  });

function shownCanvas(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.style.width = "120px";
  document.body.append(canvas);
  return canvas;
}

afterEach(() => {
  told = [];
  document.body.replaceChildren();
});

describe("the sheets of the preview", () => {
  it("are drawn as wide as they are shown, the page that is written first", async () => {
    const { add, looks } = sheets();
    add(1, shownCanvas());
    add(2, shownCanvas());
    const width = 120 * devicePixelRatio;
    await expect.poll(() => told).toEqual(["give 1", "give 2", `draw 1 at ${width}`, `draw 2 at ${width}`]);
    expect(looks(2)).toEqual([
      { page: 2, width },
      { page: 1, width },
    ]);
  });

  it("give their surface back when their canvas is taken away", () => {
    const { add, looks } = sheets();
    const canvas = shownCanvas();
    const leave = add(1, canvas);
    canvas.remove();
    leave();
    expect(told).toEqual(["give 1", "gone 1"]);
    expect(looks(1)).toEqual([]);
  });

  it("keep it where the same canvas is shown anew, for it can be given once", () => {
    const { add } = sheets();
    const canvas = shownCanvas();
    add(1, canvas)();
    add(1, canvas);
    expect(told).toEqual(["give 1"]);
  });

  it("keep the canvas that has taken another's place", () => {
    const { add } = sheets();
    const [before, now] = [shownCanvas(), shownCanvas()];
    const leave = add(1, before);
    add(1, now);
    before.remove();
    leave();
    expect(told).toEqual(["give 1", "give 1"]);
  });
});
