import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Pill } from "../parts/pill.tsx";
import type { DecisionShown, ProofShown } from "@ringtrail/api-contract";
import { ProofLinks } from "./proof-links.tsx";
import { ProofList } from "./proof-list.tsx";
import { meansWords } from "../words/consent-words.ts";
import { placeWords } from "../words/place-words.ts";

/** Whether the call might be recorded, in plain words, with the authorities behind the answer. */
export function ConsentCard(props: {
  readonly call: string;
  readonly decision: DecisionShown | undefined;
  readonly proofs: readonly ProofShown[];
}): ReactNode {
  const { call, decision, proofs } = props;
  const title = __("May it be recorded?", "ringtrail");
  if (decision === undefined) {
    return (
      <Card title={title}>
        <p className="rt-soft">{__("No decision was asked for: recording is off for this number.", "ringtrail")}</p>
      </Card>
    );
  }
  return (
    <Card title={title}>
      <Decision decision={decision} />
      {proofs.length === 0 ? null : <ProofLinks call={call} />}
      {proofs.length === 0 ? null : <ProofList proofs={proofs} />}
    </Card>
  );
}

function Decision(props: { readonly decision: DecisionShown }): ReactNode {
  const { locale } = useHost();
  const { decision } = props;
  const means = meansWords(decision.applied);
  return (
    <>
      <p>
        <Pill tone={means.tone}>{means.short}</Pill> {decision.headline}
      </p>
      <ul className="rt-reasons">
        {decision.lines.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <ul className="rt-cites" aria-label={__("Authorities", "ringtrail")}>
        {decision.citations.map((citation) => (
          <li key={`${citation.of} ${citation.text}`}>
            {citation.text}{" "}
            {isPlace(citation.of) ? <span className="rt-faint">{placeWords(citation.of, locale)}</span> : null}
          </li>
        ))}
        <li className="rt-faint">{decision.footnote}</li>
      </ul>
    </>
  );
}

/** An authority stands for a place or for a rule of ours; the latter's text says so itself. */
function isPlace(of: string): boolean {
  return /^[A-Z]{2}(-|$)/.test(of);
}
