import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { iconProps } from "./icon.ts";
import { Kbd } from "./kbd.tsx";
import "./menu.css";

type MenuProps = {
  trigger: ReactElement;
  label: string;
  children: ReactNode;
  /** An entry that moves focus into the page sets this, so that focus does not jump back to the trigger. */
  keepFocus?: () => boolean;
  onOpenChange?(open: boolean): void;
  open?: boolean;
};

/** A menu under its button. It does not lock the page: the text beside it stays in sight and can be scrolled. */
export function Menu({ trigger, label, children, keepFocus, ...state }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} {...state}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          aria-label={label}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => keepFocus?.() && event.preventDefault()}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

type EntryProps = { icon?: ReactNode; keys?: string; disabled?: boolean; onSelect(): void; children: ReactNode };

export function MenuEntry({ icon, keys, disabled = false, onSelect, children }: EntryProps) {
  return (
    <DropdownMenu.Item className="menu-entry" disabled={disabled} onSelect={onSelect}>
      <span className="menu-icon">{icon}</span>
      <span className="menu-text">{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </DropdownMenu.Item>
  );
}

type CheckProps = { checked: boolean; keys?: string; onChange(checked: boolean): void; children: ReactNode };

export function MenuCheck({ checked, keys, onChange, children }: CheckProps) {
  return (
    <DropdownMenu.CheckboxItem className="menu-entry" checked={checked} onCheckedChange={onChange}>
      <span className="menu-icon">{checked && <Check {...iconProps} />}</span>
      <span className="menu-text">{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </DropdownMenu.CheckboxItem>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="menu-line" />;
}
