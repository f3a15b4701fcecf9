import type { PoolState } from "@ringtrail/api-contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatMoney } from "../format/format-money.ts";
import { useHost, type SitesApi } from "../frame/host.tsx";
import { Link } from "../parts/link.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { FormFailure } from "../settings/form-failure.tsx";
import { formProblem } from "../settings/form-problem.ts";

/** Enough to see it work; the screen of numbers says how many are enough. */
const firstCount = 3;

/** A pool without numbers gets its first ones at once, with their price seen before. */
export function FirstNumbers(props: { readonly api: SitesApi; readonly pool: PoolState }): ReactNode {
  const { api, pool } = props;
  const { locale } = useHost();
  const queries = useQueryClient();
  const offers = useQuery({
    queryKey: ["first-offers", pool.id],
    queryFn: () => api.availableNumbers(offerFilter(pool.target.e164)),
  });
  const renting = useMutation({
    mutationFn: async () => {
      for (const { e164, monthly } of offers.data?.offers.slice(0, firstCount) ?? []) {
        const purpose = { role: "pool", pool: pool.id, slice: "any" } as const;
        // Pressed again after a failure, none is rented twice.
        await api.buyNumber({ e164, purpose, ...(monthly && { monthly }) }, `first-${pool.id}-${e164}`);
      }
    },
    onSettled: () => {
      for (const queryKey of [["pools"], ["numbers"]]) void queries.invalidateQueries({ queryKey });
    },
  });
  return (
    <Loaded query={offers}>
      {(found) => {
        const first = found.offers.slice(0, firstCount);
        if (first.length === 0) {
          return (
            <p className="rt-soft">
              {__("The carrier offers none of this kind:", "ringtrail")}{" "}
              <Link to={{ screen: "numbers" }}>{__("search for others", "ringtrail")}</Link>
            </p>
          );
        }
        const cents = first.reduce((sum, { monthly }) => sum + (monthly?.cents ?? 0), 0);
        const currency = first[0]?.monthly?.currency;
        return (
          <>
            <p className="rt-soft">
              {__("Its pool has no numbers yet: until it has, visitors see your own.", "ringtrail")}
            </p>
            <div className="rt-save">
              <Button
                variant="primary"
                isBusy={renting.isPending}
                onClick={() => renting.mutate()}
                __next40pxDefaultSize
              >
                {currency === undefined
                  ? /* translators: %d: how many numbers. */
                    sprintf(__("Rent %d numbers at the carrier’s price", "ringtrail"), first.length)
                  : /* translators: 1: how many numbers; 2: a price. */
                    sprintf(
                      __("Rent %1$d numbers for %2$s a month", "ringtrail"),
                      first.length,
                      formatMoney({ cents, currency }, locale),
                    )}
              </Button>
            </div>
            <FormFailure problem={formProblem(renting.error, {})} />
          </>
        );
      }}
    </Loaded>
  );
}

/** Of the business's own area where that can be told: people call what looks like their neighbour. */
function offerFilter(e164: string): { readonly country?: string; readonly areaCode?: string } {
  const areaCode = /^\+1(\d{3})\d{7}$/.exec(e164)?.[1];
  return areaCode === undefined ? {} : { country: "US", areaCode };
}
