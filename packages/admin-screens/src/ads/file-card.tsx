import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { lastDays } from "../parts/last-days.ts";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { useNow } from "../parts/use-now.ts";
import { platformWords } from "./ad-words.ts";
import { fileProblem } from "./file-problem.ts";
import { policyDraftOf, policyQuery } from "./policy-draft.ts";
import { PolicyFields } from "./policy-fields.tsx";

/** A file for a platform that is told by hand, in its own template. */
export function FileCard(props: {
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly hrefOf: (query: Readonly<Record<string, string>>) => string;
}): ReactNode {
  const { sites, hrefOf } = props;
  const days = lastDays(30, useNow(60_000), "UTC");
  const [platform, setPlatform] = useState<"google_ads" | "microsoft_ads">("google_ads");
  const [name, setName] = useState("");
  const [site, setSite] = useState(sites[0]?.id ?? "");
  const [period, setPeriod] = useState({ from: days.from, to: days.to });
  const [policy, setPolicy] = useState(() => policyDraftOf(undefined));
  const problem = fileProblem(period, policy);
  const query = { for: platform, name: name.trim(), site, ...period, ...policyQuery(policy) };
  return (
    <Card title={__("By file", "ringtrail")} aside={__("Uploaded by you; twice counts once", "ringtrail")}>
      <div className="rt-form rt-own-form">
        <div className="rt-wording-pair">
          <Field label={__("In whose template", "ringtrail")}>
            {(attributes) => (
              <select
                {...attributes}
                value={platform}
                onChange={({ target: { value } }) =>
                  setPlatform(value === "microsoft_ads" ? "microsoft_ads" : "google_ads")
                }
              >
                <option value="google_ads">{platformWords("google_ads")}</option>
                <option value="microsoft_ads">{platformWords("microsoft_ads")}</option>
              </select>
            )}
          </Field>
          <Field
            label={__("Name of the conversion", "ringtrail")}
            hint={__("Of the conversion action or goal, as the platform has it.", "ringtrail")}
          >
            {(attributes) => (
              <input
                {...attributes}
                type="text"
                aria-required
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          {sites.length < 2 ? null : (
            <Field label={__("Whose calls", "ringtrail")}>
              {(attributes) => (
                <select {...attributes} value={site} onChange={(event) => setSite(event.target.value)}>
                  {sites.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
        </div>
        <div className="rt-wording-pair">
          {(["from", "to"] as const).map((end) => (
            <Field
              key={end}
              label={end === "from" ? __("First day", "ringtrail") : __("Last day", "ringtrail")}
              problem={problem?.field === end ? problem.words : undefined}
            >
              {(attributes) => (
                <input
                  {...attributes}
                  type="date"
                  value={period[end]}
                  onChange={(event) => setPeriod({ ...period, [end]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
        <PolicyFields
          draft={policy}
          problem={problem?.field === "to" ? undefined : problem}
          onWrite={(change) => setPolicy({ ...policy, ...change })}
        />
        {problem !== undefined ? null : name.trim() === "" ? (
          <p className="rt-soft">{__("Write the name of the conversion, then the file can be had.", "ringtrail")}</p>
        ) : (
          <a href={hrefOf(query)} download={`conversions-${platform}.csv`}>
            {__("Download the file (CSV)", "ringtrail")}
          </a>
        )}
      </div>
    </Card>
  );
}
