import { CircleAlert, CircleHelp } from "lucide-react";
import { useId } from "react";
import type { ProofFinding } from "../../../shared/domain/proof-read.ts";
import { closingTexts } from "../../app/closing-texts.ts";
import { Button } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { QuietInput } from "../../components/quiet-input.tsx";
import { namesIn } from "../follow-ups/names-in.ts";
import { ownerNames } from "../follow-ups/owner-names.tsx";
import { isKeepable } from "./closing-actions.ts";
import type { FindingWords, QuotedText } from "./finding-words.ts";
import type { RowAct } from "./row-acts.ts";

const texts = closingTexts;

type FindingRowProps = {
  finding: ProofFinding;
  words: FindingWords;
  acts: readonly RowAct[];
  current: boolean;
  /** Who follows up is being written. */
  owning: boolean;
  onFocus(): void;
  onKeep(): void;
  onOwners(owners: string[]): void;
  onOwned(): void;
};

/** One thing to look at. Its first act has the focus and is named by the whole row; the other acts are in reach of Tab while it is current. */
export function FindingRow({ finding, words, acts, current, owning, onFocus, onKeep, onOwners, onOwned }: FindingRowProps) {
  const id = useId();
  const Icon = finding.severity === "required" ? CircleAlert : CircleHelp;
  const tab = current ? 0 : -1;
  const short = finding.kind === "style";
  return (
    <li
      className="finding"
      data-row={finding.id}
      data-severity={finding.severity}
      data-current={current}
      data-short={short}
      onFocus={onFocus}
    >
      <Icon {...iconProps} size={16} className="finding-icon" />
      <div>
        <p className="finding-head" id={`${id}-what`}>
          <b>{words.title}</b> <span className="finding-place">{words.place}</span>
        </p>
        <p className="finding-text" id={`${id}-text`}>
          <Quoted {...words.text} />
        </p>
      </div>
      <div className="finding-acts">
        {owning && (
          <QuietInput
            className="finding-owner"
            label={texts.owners(finding.text)}
            value=""
            list={ownerNames}
            onCommit={(typed) => {
              onOwners(namesIn(typed));
              return true;
            }}
            onDone={onOwned}
          />
        )}
        {!owning &&
          acts.map((act, at) => (
            <Button
              key={act.label}
              id={`${id}-act-${at}`}
              look={at === 0 ? "raised" : "plain"}
              className="finding-act"
              tabIndex={tab}
              {...(at === 0 && {
                "data-finding": finding.id,
                "aria-labelledby": `${id}-what ${id}-text ${id}-act-0`,
                "aria-keyshortcuts": isKeepable(finding) ? "Enter Space" : "Enter",
              })}
              {...(at === 0 && current && { keys: "Enter", "aria-keyshortcuts": "Enter" })}
              onClick={act.run}
            >
              <span className="finding-act-text">{act.label}</span>
            </Button>
          ))}
        {!owning && isKeepable(finding) && (
          <Button look="plain" className="finding-act" tabIndex={tab} onClick={onKeep}>
            {texts.acts.keep}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The words with what stands there struck and what is proposed beside it; without a proposal, what it is about is underlined. */
export function Quoted({ before, marked, after, rest }: QuotedText) {
  return (
    <>
      {before}
      {marked !== "" && (after === null ? <span className="finding-marked">{marked}</span> : <del>{marked}</del>)}
      {after !== null && (
        <>
          {" "}
          <ins>{after}</ins>
        </>
      )}
      {rest}
    </>
  );
}
