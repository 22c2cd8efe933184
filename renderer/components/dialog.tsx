import { X } from "lucide-react";
import { Dialog as RadixDialog } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { texts } from "../app/texts.ts";
import { IconButton } from "./button.tsx";
import "./dialog.css";
import { iconProps } from "./icon.ts";

type DialogProps = {
  title: string;
  /** One sentence under the title, read aloud with it. */
  description: string;
  width: number;
  footer?: ReactNode;
  /** There is only text to read: it can be reached, so that the arrow keys scroll it. */
  onlyText?: boolean;
  /** Has the focus first; the dialog itself where there is none. */
  first?: RefObject<HTMLElement | null>;
  onClose(): void;
  children: ReactNode;
};

/** A dialog over the window. Esc closes it; a click outside does not, so that nothing typed is lost by a slip. */
export function Dialog({ title, description, width, footer, onlyText = false, first, onClose, children }: DialogProps) {
  return (
    <RadixDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="dialog-scrim" />
        <RadixDialog.Content
          className="dialog"
          style={{ width }}
          onOpenAutoFocus={(event) => focusFirst(event, first?.current)}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <header className="dialog-head">
            <div>
              <RadixDialog.Title className="dialog-title">{title}</RadixDialog.Title>
              <RadixDialog.Description className="dialog-description">{description}</RadixDialog.Description>
            </div>
            <RadixDialog.Close asChild>
              <IconButton label={texts.close} icon={<X {...iconProps} />} />
            </RadixDialog.Close>
          </header>
          <div className="dialog-body" tabIndex={onlyText ? 0 : undefined}>
            {children}
          </div>
          {footer !== undefined && <footer className="dialog-foot">{footer}</footer>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** The dialog itself takes the focus, not its first button; what is to be written in can take it from there. */
function focusFirst(event: Event, first: HTMLElement | null | undefined): void {
  event.preventDefault();
  if (first) first.focus();
  else if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}
