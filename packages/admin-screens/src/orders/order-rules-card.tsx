import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { OrderRulesShown, SiteList } from "@ringtrail/api-contract";
import { Notice } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { problemIn } from "../frame/problem-in.ts";
import type { OrdersApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { SaveRow } from "../parts/save-row.tsx";

/** How orders of a site find their call: for how long a call counts, and whether the desk's orders are matched by number. */
export function OrderRulesCard(props: {
  readonly api: OrdersApi;
  readonly site: SiteList["sites"][number];
  readonly isOnly: boolean;
}): ReactNode {
  const { api, site, isOnly } = props;
  const rules = useQuery({ queryKey: ["order-rules", site.id], queryFn: () => api.orderRules(site.id) });
  const title = __("How an order finds its call", "ringtrail");
  return (
    <Card title={isOnly ? title : `${title}: ${site.name}`}>
      <Loaded query={rules}>{(kept) => <RulesForm api={api} site={site.id} kept={kept} />}</Loaded>
    </Card>
  );
}

function RulesForm(props: {
  readonly api: OrdersApi;
  readonly site: string;
  readonly kept: OrderRulesShown;
}): ReactNode {
  const { api, site, kept } = props;
  const queries = useQueryClient();
  const [days, setDays] = useState(String(kept.windowDays));
  const [matchesCallers, setMatchesCallers] = useState(kept.matchesCallers);
  const saving = useMutation({
    mutationFn: () => api.setOrderRules(site, { windowDays: Number(days), matchesCallers }),
    onSuccess: (rules) => queries.setQueryData(["order-rules", site], rules),
  });
  const problem = saving.error === null ? undefined : problemIn(saving.error);
  const isAboutDays = problem?.field === "windowDays";
  return (
    <form
      className="rt-form rt-own-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <Field
        label={__("Days a call counts for the orders after it", "ringtrail")}
        problem={isAboutDays ? __("Write a number of days, 90 at most.", "ringtrail") : undefined}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="number"
            inputMode="numeric"
            min={1}
            max={90}
            value={days}
            onChange={({ target }) => {
              saving.reset();
              setDays(target.value);
            }}
          />
        )}
      </Field>
      <fieldset className="rt-ticks">
        <label>
          <input
            type="checkbox"
            checked={matchesCallers}
            onChange={({ target }) => {
              saving.reset();
              setMatchesCallers(target.checked);
            }}
          />
          <span>
            {__("Match orders that your staff took by the customer’s phone number", "ringtrail")}
            <span className="rt-faint rt-block">
              {__(
                "The number is looked up among your callers and not kept. At Shopify this is protected customer data of level 2 and needs a review of your app.",
                "ringtrail",
              )}
            </span>
          </span>
        </label>
      </fieldset>
      {saving.error === null || isAboutDays ? null : (
        <Notice status="error" isDismissible={false}>
          {problem === undefined
            ? __("The server cannot be reached. What you wrote is still here: save it again.", "ringtrail")
            : sprintf("%s %s", problem.title, problem.fix ?? "")}
        </Notice>
      )}
      <SaveRow
        does={__("Save", "ringtrail")}
        isBusy={saving.isPending}
        said={saving.isSuccess ? __("Saved. It counts from the next order on.", "ringtrail") : undefined}
      />
    </form>
  );
}
