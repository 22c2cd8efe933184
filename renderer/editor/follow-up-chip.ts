import type { FollowUpFacts } from "./follow-up-facts.ts";
import { editorTexts } from "./texts.ts";

const words = editorTexts.followUp;

/** "↳ Opfølgning · FAS · ingen frist", to be clicked. What is missing is said as quietly as the rest. */
export function chipElement({ owners, due }: FollowUpFacts, open: () => void): HTMLElement {
  const chip = document.createElement("button");
  chip.type = "button";
  chip.className = "follow-up-chip";
  chip.contentEditable = "false";
  chip.tabIndex = -1;
  const who = owners.length > 0 ? owners.join(", ") : words.noOwner;
  const when = due ?? words.noDue;
  chip.setAttribute("aria-label", [words.name, who, when].join(", "));
  const name = document.createElement("span");
  name.className = "follow-up-name";
  name.textContent = words.name;
  chip.append(arrow(), name, ` · ${who} · ${when}`);
  // The caret stays where it is; a click is heard wherever the button was pressed.
  chip.addEventListener("mousedown", (event) => event.preventDefault());
  chip.addEventListener("click", open);
  return chip;
}

function arrow(): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "item-icon");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", "m15 10 5 5-5 5M4 4v7a4 4 0 0 0 4 4h12");
  svg.append(line);
  return svg;
}
