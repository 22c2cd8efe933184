import { Search } from "lucide-react";
import { liveTexts } from "../app/live-texts.ts";
import { useUi } from "../stores/ui.ts";
import { Button } from "./button.tsx";
import "./find-button.css";
import { iconProps } from "./icon.ts";

/** Opens the palette, and shows its key to those who do not know it yet. */
export function FindButton() {
  return (
    <Button
      look="plain"
      className="find-button"
      icon={<Search {...iconProps} />}
      keys="Ctrl K"
      aria-label={liveTexts.commands.palette}
      onClick={() => useUi.getState().setDialog("palette")}
    />
  );
}
