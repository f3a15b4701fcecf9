import { type SiteSummary, wholeList } from "@ringtrail/api-contract";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatPhone } from "../format/format-phone.ts";
import { useHost, type FlowsApi } from "../frame/host.tsx";
import { problemIn } from "../frame/problem-in.ts";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { Link } from "../parts/link.tsx";

/** Rings one of the site's numbers: by the fake carrier where the number is its, else by the person's own phone. */
export function TestCall(props: { readonly api: FlowsApi; readonly site: SiteSummary }): ReactNode {
  const { api, site } = props;
  const numbers = useNumbers(site);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const number = chosen ?? numbers[0];
  const ringing = useMutation({ mutationFn: (to: string) => api.ringTestCall({ to, talkSeconds: 10 }) });
  const problem = ringing.error === null ? undefined : problemIn(ringing.error);
  return (
    <Card title={__("Test call", "ringtrail")}>
      {number === undefined ? (
        <p className="rt-soft">{__("This site has no number yet.", "ringtrail")}</p>
      ) : (
        <div className="rt-form">
          <Field label={__("Number", "ringtrail")}>
            {(attributes) => (
              <select {...attributes} value={number} onChange={(event) => setChosen(event.target.value)}>
                {numbers.map((e164) => (
                  <option key={e164} value={e164}>
                    {formatPhone(e164)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <div className="rt-save">
            <Button
              variant="secondary"
              isBusy={ringing.isPending}
              disabled={ringing.isPending}
              accessibleWhenDisabled
              onClick={() => ringing.mutate(number)}
              __next40pxDefaultSize
            >
              {__("Ring it", "ringtrail")}
            </Button>
            <span role="status" className="rt-faint">
              {ringing.isSuccess ? (
                <Link to={{ screen: "calls" }}>{__("It rings: see it among the calls.", "ringtrail")}</Link>
              ) : null}
              {ringing.error === null ? null : failureWords(problem, number)}
            </span>
          </div>
          <p className="rt-faint">
            {__("The flow as it was last saved is tried, not what is being written.", "ringtrail")}
          </p>
        </div>
      )}
    </Card>
  );
}

function failureWords(problem: ReturnType<typeof problemIn>, number: string): string {
  if (problem === undefined) return __("The server cannot be reached. Press again.", "ringtrail");
  // Only the fake carrier calls by itself; a number of a real one is called by a person.
  if (problem.code === "carrier_not_fake") {
    /* translators: %s: a phone number. */
    return sprintf(__("This number is at a real carrier: call %s from any phone.", "ringtrail"), formatPhone(number));
  }
  return `${problem.title} ${problem.fix ?? ""}`.trim();
}

/** The site's own numbers: those that stand for a source, then those of its pools. */
function useNumbers(site: SiteSummary): readonly string[] {
  const { api } = useHost();
  const pools = useQuery({ queryKey: ["pools"], queryFn: () => wholeList((page) => api.pools(page)) });
  const pooled = (pools.data?.pools ?? []).filter((pool) => pool.site === site.id).flatMap(({ numbers }) => numbers);
  return [...new Set([...site.sources, ...pooled].map(({ e164 }) => e164))];
}
