import type { ComponentProps } from "react";
import "./check-box.css";

/** A box to tick. It stands in something positioned, whose whole left edge it takes clicks on. */
export function CheckBox({ className = "", ...rest }: Omit<ComponentProps<"input">, "type">) {
  return <input type="checkbox" className={`check-box ${className}`} {...rest} />;
}
