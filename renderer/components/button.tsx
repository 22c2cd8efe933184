import type { ComponentProps, ReactNode } from "react";
import "./button.css";
import { Kbd } from "./kbd.tsx";

type ButtonProps = ComponentProps<"button"> & {
  look?: "raised" | "primary" | "plain";
  icon?: ReactNode;
  /** The key that does the same, shown in the button. */
  keys?: string;
};

export function Button({ look = "raised", icon, keys, className = "", children, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={`button button-${look} ${className}`} aria-keyshortcuts={keys && ariaKeys(keys)} {...rest}>
      {icon}
      {children}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  );
}

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & { label: string; icon: ReactNode };

/** A button that is an icon alone, with its name for those who cannot see it. */
export function IconButton({ label, icon, className = "", type = "button", ...rest }: IconButtonProps) {
  return (
    <button type={type} className={`icon-button ${className}`} aria-label={label} {...rest}>
      {icon}
    </button>
  );
}

/** "Ctrl Shift N" as ARIA writes it: "Control+Shift+N". */
function ariaKeys(keys: string): string {
  return keys.replace("Ctrl", "Control").replaceAll(" ", "+");
}
