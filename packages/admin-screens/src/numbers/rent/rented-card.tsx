import type { PoolState } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatMoney } from "../../format/format-money.ts";
import { useHost, type NumbersApi } from "../../frame/host.tsx";
import { Card } from "../../parts/card.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { ImportForm } from "./import-form.tsx";
import { RentForm } from "./rent-form.tsx";
import { rentKeys } from "./rent-keys.ts";
import { RentedRow } from "./rented-row.tsx";

/** Shown at once; more when asked, so that a thousand numbers do not make the page heavy. */
const atOnce = 25;

/** Every number at the carrier, with its price, and how there come more or fewer. */
export function RentedCard(props: {
  readonly api: NumbersApi;
  readonly pools: readonly PoolState[];
  readonly flagged: ReadonlySet<string>;
}): ReactNode {
  const { api, pools, flagged } = props;
  const { locale } = useHost();
  const [shownMost, setShownMost] = useState(atOnce);
  const rented = useQuery({ queryKey: rentKeys.numbers, queryFn: () => api.numbers() });
  const sites = useQuery({ queryKey: ["sites"], queryFn: () => api.sites() });
  const limits = useQuery({ queryKey: rentKeys.limits, queryFn: () => api.numberLimits() });
  return (
    <Card
      title={__("Numbers at the carrier", "ringtrail")}
      aside={
        limits.data === undefined
          ? undefined
          : `${sprintf(
              /* translators: %d: how many numbers. */
              __("at most %d numbers", "ringtrail"),
              limits.data.mostNumbers,
            )}${limits.data.mostRent === undefined ? "" : `, ${formatMoney(limits.data.mostRent, locale)} ${__("a month", "ringtrail")}`}`
      }
    >
      <Loaded query={rented}>
        {({ numbers }) => (
          <>
            {numbers.length === 0 ? (
              <p className="rt-soft">{__("None yet. Rent one, or import one that you have.", "ringtrail")}</p>
            ) : (
              <ul className="rt-overrides">
                {numbers.slice(0, shownMost).map((number) => (
                  <RentedRow
                    key={number.id}
                    api={api}
                    number={number}
                    poolName={pools.find(({ id }) => id === number.pool)?.name}
                    isFlagged={flagged.has(number.e164)}
                  />
                ))}
              </ul>
            )}
            {numbers.length > shownMost ? (
              <div className="rt-more">
                <Button variant="secondary" onClick={() => setShownMost(shownMost + 100)} __next40pxDefaultSize>
                  {
                    /* translators: %d: how many numbers are not shown. */
                    sprintf(__("Show more (%d left)", "ringtrail"), numbers.length - shownMost)
                  }
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Loaded>
      <Loaded query={sites}>
        {(known) => (
          <>
            <RentForm api={api} pools={pools} sites={known.sites} />
            <ImportForm api={api} pools={pools} sites={known.sites} />
          </>
        )}
      </Loaded>
    </Card>
  );
}
