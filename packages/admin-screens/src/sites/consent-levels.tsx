import type { SiteSummary } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";

/** What a visitor's answer allows on this site. The table itself is one file of the core's. */
export function ConsentLevels(props: { readonly regime: SiteSummary["regime"] }): ReactNode {
  return (
    <details className="rt-how">
      <summary>{__("What visitors must agree to", "ringtrail")}</summary>
      <p className="rt-soft">{regimeWords(props.regime)}</p>
      <dl className="rt-levels">
        <dt>{__("Full", "ringtrail")}</dt>
        <dd>{__("They agreed: a number of their own, kept with their visit.", "ringtrail")}</dd>
        <dt>{__("Source only", "ringtrail")}</dt>
        <dd>
          {__("No answer yet: the number of their source. Nothing is stored and no identifier is sent.", "ringtrail")}
        </dd>
        <dt>{__("None", "ringtrail")}</dt>
        <dd>{__("They refused, or their browser says so: your own number, and nothing is asked.", "ringtrail")}</dd>
      </dl>
    </details>
  );
}

function regimeWords(regime: SiteSummary["regime"]): string {
  switch (regime) {
    case "opt-in":
      return __("Visitors agree before anything is kept.", "ringtrail");
    case "opt-out":
      return __("Visitors may refuse; until they do, their visit is kept.", "ringtrail");
    case "unknown":
      return __("Where a visitor is decides; where that is not known, they agree first.", "ringtrail");
  }
}
