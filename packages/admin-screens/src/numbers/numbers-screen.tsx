import { wholeList } from "@ringtrail/api-contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { Blank } from "../parts/blank.tsx";
import { Earlier } from "../parts/earlier.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { PollutionCard } from "./rent/pollution-card.tsx";
import { RentedCard } from "./rent/rented-card.tsx";
import { rentKeys } from "./rent/rent-keys.ts";
import { PoolCard } from "./pool-card.tsx";
import { StateLegend } from "./state-legend.tsx";

/** Leases change without an event of their own, so the screen asks again this often while somebody looks. */
const askAgainMs = 3_000;

/** A pool is a card with a tile per number: so many come at once. */
const perPage = 10;

/** Every number and where it is in its life now. */
export function NumbersScreen(): ReactNode {
  const { api, numbers } = useHost();
  const list = useInfiniteQuery({
    queryKey: ["pools", "pages"],
    queryFn: ({ pageParam }) => api.pools({ cursor: pageParam, limit: perPage }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: askAgainMs,
  });
  // A number may be rented for any pool, one further down too.
  const every = useQuery({
    queryKey: ["pools"],
    queryFn: () => wholeList((page) => api.pools(page)),
    enabled: numbers !== undefined,
  });
  const pollution = useQuery({
    queryKey: rentKeys.pollution,
    queryFn: () => (numbers === undefined ? { numbers: [] } : wholeList((page) => numbers.pollution(page))),
    enabled: numbers !== undefined,
  });
  const flagged = new Set(pollution.data?.numbers.map(({ e164 }) => e164));
  return (
    <>
      <header className="rt-head">
        <h1>{__("Numbers", "ringtrail")}</h1>
      </header>
      <Loaded query={list}>
        {({ pages }) =>
          pages[0]?.pools.length === 0 ? (
            <div className="rt-card">
              <Blank
                title={__("No numbers yet", "ringtrail")}
                words={__("Add a number to a pool, and visits begin to borrow it.", "ringtrail")}
              />
            </div>
          ) : (
            <>
              {pages.flatMap(({ pools }) =>
                pools.map((pool) => <PoolCard key={pool.id} pool={pool} flagged={flagged} />),
              )}
              <Earlier list={list}>{__("More pools", "ringtrail")}</Earlier>
              <StateLegend />
            </>
          )
        }
      </Loaded>
      {numbers === undefined || every.data === undefined ? null : (
        <div className="rt-column rt-settings rt-rented">
          <RentedCard api={numbers} pools={every.data.pools} flagged={flagged} />
          <PollutionCard report={pollution} />
        </div>
      )}
    </>
  );
}
