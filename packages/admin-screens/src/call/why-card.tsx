import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatShare } from "../format/format-share.ts";
import { useHost } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { ShareBar } from "../parts/share-bar.tsx";
import type { CallMatchShown, CandidateShown } from "@ringtrail/api-contract";
import { factorWords, weightWords } from "../words/factor-words.ts";
import { matchSentence } from "../words/match-words.ts";
import { touchWords } from "../words/touch-words.ts";

/** Why we think so: everybody who may have called, how likely each is, and every reason in words. */
export function WhyCard(props: { readonly match: CallMatchShown | undefined }): ReactNode {
  const { match } = props;
  const title = __("Why we think so", "ringtrail");
  if (match === undefined) {
    return (
      <Card title={title}>
        <p className="rt-soft">{__("Working it out…", "ringtrail")}</p>
      </Card>
    );
  }
  return (
    <Card title={title} aside={match.model}>
      <p className="rt-soft">{matchSentence(match.kind)}</p>
      <ol>
        {match.candidates.map((candidate) => (
          <Candidate key={candidate.visit} candidate={candidate} />
        ))}
        <Other share={match.returning} words={__("Somebody who called before, without a visit", "ringtrail")} />
        <Other share={match.nobody} words={__("None of the visits we know", "ringtrail")} />
      </ol>
    </Card>
  );
}

function Candidate(props: { readonly candidate: CandidateShown }): ReactNode {
  const { locale } = useHost();
  const { touch, probability, factors } = props.candidate;
  const { headline, details } = touchWords(touch);
  return (
    <li className="rt-candidate">
      <div className="rt-candidate-line">
        <span className="rt-break">
          <strong>{headline}</strong> {details === "" ? null : <span className="rt-soft">{details}</span>}
        </span>
        <strong>{formatShare(probability, locale)}</strong>
      </div>
      <ShareBar share={probability} />
      <ul className="rt-factors">
        {factors.map((factor) => (
          <li key={factor.name}>
            <span>{factorWords(factor, locale)}</span>
            <span className="rt-faint">{weightWords(factor.weight, locale)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The two answers that are no visit. What cannot be is not listed. */
function Other(props: { readonly share: number; readonly words: string }): ReactNode {
  const { locale } = useHost();
  if (props.share === 0) return null;
  return (
    <li className="rt-candidate">
      <div className="rt-candidate-line">
        <span className="rt-soft">{props.words}</span>
        <span>{formatShare(props.share, locale)}</span>
      </div>
      <ShareBar share={props.share} quiet />
    </li>
  );
}
