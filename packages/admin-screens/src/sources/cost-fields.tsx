import type { SiteSummary } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import type { FormProblem } from "../settings/form-problem.ts";
import type { CostDraft } from "./cost-draft.ts";

/** What a report may leave out: its site where there are several, its source, currency and order of dates. */
export function CostFields(props: {
  readonly draft: CostDraft;
  readonly sites: readonly SiteSummary[];
  readonly problem: FormProblem<"currency" | "source"> | undefined;
  readonly onWrite: (change: Partial<CostDraft>) => void;
}): ReactNode {
  const { draft, sites, problem, onWrite } = props;
  const wrong = (part: "currency" | "source"): string | undefined =>
    problem?.part === part ? problem.words : undefined;
  return (
    <details className="rt-how">
      <summary>{__("If the report leaves something out", "ringtrail")}</summary>
      <div className="rt-form rt-cost-fields">
        {sites.length < 2 ? null : (
          <Field label={__("Site the ads lead to", "ringtrail")}>
            {(attributes) => (
              <select {...attributes} value={draft.site} onChange={({ target }) => onWrite({ site: target.value })}>
                {sites.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field label={__("Source", "ringtrail")} hint={__("Such as yelp.", "ringtrail")} problem={wrong("source")}>
          {(attributes) => (
            <input
              {...attributes}
              value={draft.source}
              maxLength={100}
              autoComplete="off"
              onChange={({ target }) => onWrite({ source: target.value })}
            />
          )}
        </Field>
        <Field label={__("Currency", "ringtrail")} hint={__("Such as USD.", "ringtrail")} problem={wrong("currency")}>
          {(attributes) => (
            <input
              {...attributes}
              value={draft.currency}
              maxLength={3}
              autoComplete="off"
              onChange={({ target }) => onWrite({ currency: target.value })}
            />
          )}
        </Field>
        <Field label={__("Dates are written", "ringtrail")}>
          {(attributes) => (
            <select
              {...attributes}
              value={draft.dateOrder}
              onChange={({ target: { value } }) =>
                onWrite({ dateOrder: value === "mdy" || value === "dmy" ? value : "" })
              }
            >
              <option value="">{__("as the report tells", "ringtrail")}</option>
              <option value="mdy">{__("month first", "ringtrail")}</option>
              <option value="dmy">{__("day first", "ringtrail")}</option>
            </select>
          )}
        </Field>
      </div>
    </details>
  );
}
