import type { KeyboardEvent, PointerEvent } from "react";
import { texts } from "../../app/texts.ts";
import { asideWidths, useUi } from "../../stores/ui.ts";

const step = 16;

/** The edge of Ved hånden, to be dragged or moved with the arrow keys in a wide window. */
export function AsideEdge() {
  const { asideWidth, setAsideWidth } = useUi();
  const width = asideWidth ?? asideWidths.usual;
  const onPointerDown = (event: PointerEvent): void => event.currentTarget.setPointerCapture(event.pointerId);
  const onPointerMove = (event: PointerEvent): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setAsideWidth(window.innerWidth - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const goal = { ArrowLeft: width + step, ArrowRight: width - step, Home: asideWidths.min, End: asideWidths.max }[event.key];
    if (goal === undefined || event.altKey) return;
    event.preventDefault();
    setAsideWidth(goal);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a window splitter is a separator that can be operated; <hr> cannot.
    <div
      className="aside-edge"
      role="separator"
      tabIndex={0}
      aria-label={texts.aside.width}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={asideWidths.min}
      aria-valuemax={asideWidths.max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onDoubleClick={() => setAsideWidth(asideWidths.usual)}
      onKeyDown={onKeyDown}
    />
  );
}
