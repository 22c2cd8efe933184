import { CircleAlert, Info, X } from "lucide-react";
import type { ReactNode } from "react";
import { texts } from "../app/texts.ts";
import { IconButton } from "./button.tsx";
import { iconProps } from "./icon.ts";
import "./inline-alert.css";

type InlineAlertProps = { tone: "error" | "notice"; quiet?: boolean; children: ReactNode; action?: ReactNode; onDismiss?(): void };

/** A message in its place in the page, until it is dismissed or solved; an error is read aloud at once unless `quiet`. */
export function InlineAlert({ tone, quiet = false, children, action, onDismiss }: InlineAlertProps) {
  const Icon = tone === "error" ? CircleAlert : Info;
  return (
    <div className={`inline-alert inline-alert-${tone}`} role={quiet ? undefined : tone === "error" ? "alert" : "status"}>
      <Icon {...iconProps} />
      <div className="inline-alert-text">{children}</div>
      {action}
      {onDismiss && <IconButton label={texts.dismiss} icon={<X {...iconProps} />} onClick={onDismiss} />}
    </div>
  );
}
