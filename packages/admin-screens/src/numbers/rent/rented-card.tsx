import { type PoolState, wholeList } from "@ringtrail/api-contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatMoney } from "../../format/format-money.ts";
import { useHost, type NumbersApi } from "../../frame/host.tsx";
import { Card } from "../../parts/card.tsx";
import { Earlier } from "../../parts/earlier.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { ImportForm } from "./import-form.tsx";
import { RentForm } from "./rent-form.tsx";
import { rentKeys } from "./rent-keys.ts";
import { RentedRow } from "./rented-row.tsx";

/** A thousand numbers come page by page. */
const perPage = 25;

/** Every number at the carrier, with its price, and how there come more or fewer. */
export function RentedCard(props: {
  readonly api: NumbersApi;
  readonly pools: readonly PoolState[];
  readonly flagged: ReadonlySet<string>;
}): ReactNode {
  const { api, pools, flagged } = props;
  const { locale } = useHost();
  const rented = useInfiniteQuery({
    queryKey: rentKeys.numbers,
    queryFn: ({ pageParam }) => api.numbers({ cursor: pageParam, limit: perPage }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const sites = useQuery({ queryKey: ["sites"], queryFn: () => wholeList((page) => api.sites(page)) });
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
        {({ pages }) => {
          const numbers = pages.flatMap((page) => page.numbers);
          return numbers.length === 0 ? (
            <p className="rt-soft">{__("None yet. Rent one, or import one that you have.", "ringtrail")}</p>
          ) : (
            <ul className="rt-overrides">
              {numbers.map((number) => (
                <RentedRow
                  key={number.id}
                  api={api}
                  number={number}
                  poolName={pools.find(({ id }) => id === number.pool)?.name}
                  isFlagged={flagged.has(number.e164)}
                />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <Earlier list={rented}>{__("More numbers", "ringtrail")}</Earlier>
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
