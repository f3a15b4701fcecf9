import type { DecisionPreview } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { AnswerPill } from "../answer-pill.tsx";

/** Every place that may govern the call, with what it would say alone; the one that decides is marked. */
export function ConsideredList(props: { readonly decision: DecisionPreview }): ReactNode {
  const { considered, governing } = props.decision;
  return (
    <ul className="rt-considered">
      {considered.map((one) => {
        const decides =
          one.place === governing.place && one.party === governing.party && one.evidence === governing.evidence;
        return (
          <li key={`${one.party} ${one.evidence} ${one.place}`} data-decides={decides ? "" : undefined}>
            <span>
              {one.words} {decides ? <strong>{__("This decides.", "ringtrail")}</strong> : null}
            </span>
            <AnswerPill means={one.alone} />
          </li>
        );
      })}
    </ul>
  );
}
