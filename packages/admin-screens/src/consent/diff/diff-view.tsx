import type { PlaceChangeShown, RuleSetDiffShown } from "@ringtrail/api-contract";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { AnswerPill } from "../answer-pill.tsx";
import { CitationList } from "../citation-list.tsx";

/** The places in four groups: added, removed, changed, kept. */
export function DiffView(props: { readonly diff: RuleSetDiffShown }): ReactNode {
  const { diff } = props;
  const groups: readonly (readonly [
    sign: string,
    words: string,
    meaning: string,
    places: readonly PlaceChangeShown[],
  ])[] = [
    ["+", __("Added", "ringtrail"), __("silence was enough and is no longer", "ringtrail"), diff.added],
    ["−", __("Removed", "ringtrail"), __("silence was not enough and is now", "ringtrail"), diff.removed],
    ["~", __("Changed", "ringtrail"), __("more than silence in both, and not the same", "ringtrail"), diff.changed],
    ["=", __("Kept", "ringtrail"), __("the same in both, more than silence", "ringtrail"), diff.kept],
  ];
  const filled = groups.filter(([, , , places]) => places.length > 0);
  if (filled.length === 0) return <p className="rt-soft">{__("Nothing differs between these two.", "ringtrail")}</p>;
  return (
    <div className="rt-diff">
      {filled.map(([sign, words, meaning, places]) => (
        <details key={sign} open={sign !== "="}>
          <summary>
            <span className="rt-sign" data-sign={sign} aria-hidden="true">
              {sign}
            </span>
            {
              /* translators: 1: added, removed, changed or kept; 2: how many places. */
              sprintf(__("%1$s: %2$d", "ringtrail"), words, places.length)
            }{" "}
            <span className="rt-faint">{meaning}</span>
          </summary>
          <ul>
            {places.map((change) => (
              <Change key={change.place} change={change} />
            ))}
          </ul>
        </details>
      ))}
      <p className="rt-faint">{diff.footnote}</p>
    </div>
  );
}

function Change(props: { readonly change: PlaceChangeShown }): ReactNode {
  const { name, before, after, why, citations } = props.change;
  return (
    <li className="rt-change">
      <div>
        <strong>{name}</strong>
        <span className="rt-change-answers">
          {before === undefined ? null : <AnswerPill means={before} />}
          {before === after ? null : (
            <>
              <span aria-label={__("became", "ringtrail")}>→</span>
              {after === undefined ? null : <AnswerPill means={after} />}
            </>
          )}
        </span>
      </div>
      <div>
        <p>{why}</p>
        <CitationList citations={citations} />
      </div>
    </li>
  );
}
