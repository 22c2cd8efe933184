import type { Display, Rectangle, Screen } from "electron";
import { guard } from "./unimplemented.ts";

const area: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };
const display = guard<Display>("display", {
  id: 1,
  bounds: area,
  workArea: area,
  size: { width: area.width, height: area.height },
  workAreaSize: { width: area.width, height: area.height },
  scaleFactor: 1,
});

/** One display of full HD. */
export const screen: Screen = guard<Screen>("screen", {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
});
