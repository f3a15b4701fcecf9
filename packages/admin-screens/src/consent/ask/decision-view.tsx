import type { DecisionPreview } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { AnswerPill } from "../answer-pill.tsx";
import { CitationList } from "../citation-list.tsx";
import { ConsideredList } from "./considered-list.tsx";

/** A decision exactly as the API gives it: the answer, why, every place, both readings, the authorities, the rule set. */
export function DecisionView(props: { readonly decision: DecisionPreview }): ReactNode {
  const { decision } = props;
  const { minimum, recommended, detail, readings, ruleSet } = decision;
  const inside = detail.announcementMustBeRecorded;
  return (
    <div className="rt-answer">
      <div>
        <h3 className="rt-headline">{decision.headline}</h3>
        <p className="rt-soft">{decision.governing.words}</p>
      </div>
      <dl className="rt-two">
        <div>
          <dt>{__("The law asks for", "ringtrail")}</dt>
          <dd>
            <AnswerPill means={minimum} inside={inside} />
          </dd>
        </div>
        <div>
          <dt>{__("Ringtrail advises", "ringtrail")}</dt>
          <dd>
            <AnswerPill means={recommended} inside={inside} />
          </dd>
        </div>
      </dl>
      <section>
        <h4>{__("Why", "ringtrail")}</h4>
        <ul className="rt-reasons">
          {decision.lines.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </section>
      <section>
        <h4>{__("Every place that may govern", "ringtrail")}</h4>
        <ConsideredList decision={decision} />
      </section>
      <section>
        <h4>{__("Two readings of whose law counts", "ringtrail")}</h4>
        <ul className="rt-considered">
          {[readings.placeOfRecording, readings.callerLaw].map(({ means, words }) => (
            <li key={words}>
              <span>{words}</span>
              <AnswerPill means={means} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h4>{__("Authorities", "ringtrail")}</h4>
        <CitationList citations={decision.citations} />
      </section>
      <footer className="rt-faint">
        <p>{decision.footnote}</p>
        <p className="rt-mono rt-break">{ruleSet.hash}</p>
      </footer>
    </div>
  );
}
