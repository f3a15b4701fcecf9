import type { PoolState } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useId, type ReactNode } from "react";
import { useHost, type NumbersApi } from "../frame/host.tsx";
import { failureWords } from "../words/failure-words.ts";

/** What visits are shown when every number of the pool is held. Whoever may, chooses. */
export function PoolPolicy(props: { readonly pool: PoolState }): ReactNode {
  const { numbers } = useHost();
  const { pool } = props;
  return numbers === undefined ? (
    <p className="rt-faint rt-scarce">{policyWords(pool.exclusive)}</p>
  ) : (
    <PolicyChoice api={numbers} pool={pool} />
  );
}

function PolicyChoice(props: { readonly api: NumbersApi; readonly pool: PoolState }): ReactNode {
  const { api, pool } = props;
  const id = useId();
  const queries = useQueryClient();
  const choosing = useMutation({
    mutationFn: (exclusive: boolean) => api.choosePoolPolicy(pool.id, { exclusive }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["pools"] }),
  });
  // What was just chosen stays chosen until the pools were read again.
  const exclusive = choosing.isPending ? choosing.variables : pool.exclusive;
  return (
    <fieldset className="rt-ticks rt-scarce">
      <legend>{__("When every number is held", "ringtrail")}</legend>
      {[false, true].map((choice) => (
        <label key={String(choice)}>
          <input
            type="radio"
            name={id}
            checked={exclusive === choice}
            disabled={choosing.isPending}
            onChange={() => choosing.mutate(choice)}
          />
          <span>
            {choice ? __("Never share one", "ringtrail") : __("Let two visits share one", "ringtrail")}{" "}
            <span className="rt-faint">{policyWords(choice)}</span>
          </span>
        </label>
      ))}
      <span role="status" className="rt-faint">
        {choosing.error === null ? null : failureWords(choosing.error).title}
      </span>
    </fieldset>
  );
}

function policyWords(exclusive: boolean): string {
  return exclusive
    ? __("When every number is held, a visit sees the source’s number, or else the page’s own.", "ringtrail")
    : __(
        "When every number is held, two visits share one and the credit says how sure it is; never is a call turned away.",
        "ringtrail",
      );
}
