import type { SecurityShown, SessionShown } from "@ringtrail/api-contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { AccountApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { FormFailure } from "./form-failure.tsx";
import { formProblem } from "./form-problem.ts";
import { SignInLimits } from "./sign-in-limits.tsx";
import { settingsKeys } from "./settings-keys.ts";

/** What the account wants of whoever signs in. Who has no second factor yet would shut themselves out, so is not asked. */
export function DemandCard(props: { readonly api: AccountApi; readonly who: SessionShown }): ReactNode {
  const { api, who } = props;
  const security = useQuery({ queryKey: settingsKeys.security, queryFn: () => api.security() });
  return (
    <Card title={__("Signing in to this account", "ringtrail")}>
      <Loaded query={security}>
        {(shown) => (
          <>
            <Demand
              api={api}
              security={shown}
              mayChange={who.scopes.includes("account:write")}
              hasTwoFactor={who.person?.hasTwoFactor ?? false}
            />
            {who.scopes.includes("account:write") ? (
              <SignInLimits api={api} security={shown} />
            ) : (
              <p className="rt-faint">
                {
                  /* translators: %d: a number of minutes. */
                  sprintf(__("Sessions end after %d minutes without use.", "ringtrail"), shown.counts.idleMinutes)
                }
              </p>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Demand(props: {
  readonly api: AccountApi;
  readonly security: SecurityShown;
  readonly mayChange: boolean;
  readonly hasTwoFactor: boolean;
}): ReactNode {
  const { api, security, mayChange, hasTwoFactor } = props;
  const { wanted, isHealthcare, counts } = security;
  const queries = useQueryClient();
  // What was just ticked stays ticked until the server has answered.
  const [wish, setWish] = useState<boolean | undefined>(undefined);
  const wishing = useMutation({
    mutationFn: (requiresTwoFactor: boolean) => api.setSecurity({ ...wanted, requiresTwoFactor }),
    onSuccess: (kept) => queries.setQueryData(settingsKeys.security, kept),
    onSettled: () => setWish(undefined),
  });
  if (isHealthcare) {
    return <p>{__("Everybody here needs a second factor: healthcare mode asks for it.", "ringtrail")}</p>;
  }
  if (!mayChange || (!hasTwoFactor && !counts.requiresTwoFactor)) {
    return (
      <p>
        {counts.requiresTwoFactor
          ? __("Everybody here needs a second factor.", "ringtrail")
          : __("A second factor is up to each person.", "ringtrail")}{" "}
        {mayChange ? __("Set up your own to ask everybody for one.", "ringtrail") : null}
      </p>
    );
  }
  return (
    <>
      <div className="rt-ticks">
        <label>
          <input
            type="checkbox"
            checked={wish ?? wanted.requiresTwoFactor}
            disabled={wishing.isPending}
            onChange={({ target: { checked } }) => {
              setWish(checked);
              wishing.mutate(checked);
            }}
          />
          <span>{__("Everybody here needs a second factor", "ringtrail")}</span>
        </label>
      </div>
      <FormFailure problem={formProblem(wishing.error, {})} />
    </>
  );
}
