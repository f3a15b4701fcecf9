import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { Blank } from "../parts/blank.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { PollutionCard } from "./rent/pollution-card.tsx";
import { RentedCard } from "./rent/rented-card.tsx";
import { rentKeys } from "./rent/rent-keys.ts";
import { PoolCard } from "./pool-card.tsx";
import { StateLegend } from "./state-legend.tsx";

/** Leases change without an event of their own, so the screen asks again this often while somebody looks. */
const askAgainMs = 3_000;

/** Every number and where it is in its life now. */
export function NumbersScreen(): ReactNode {
  const { api, numbers } = useHost();
  const pools = useQuery({ queryKey: ["pools"], queryFn: () => api.pools(), refetchInterval: askAgainMs });
  const pollution = useQuery({
    queryKey: rentKeys.pollution,
    queryFn: () => numbers?.pollution() ?? { numbers: [] },
    enabled: numbers !== undefined,
  });
  const flagged = new Set(pollution.data?.numbers.map(({ e164 }) => e164));
  return (
    <>
      <header className="rt-head">
        <h1>{__("Numbers", "ringtrail")}</h1>
      </header>
      <Loaded query={pools}>
        {(shown) =>
          shown.pools.length === 0 ? (
            <div className="rt-card">
              <Blank
                title={__("No numbers yet", "ringtrail")}
                words={__("Add a number to a pool, and visits begin to borrow it.", "ringtrail")}
              />
            </div>
          ) : (
            <>
              {shown.pools.map((pool) => (
                <PoolCard key={pool.id} pool={pool} flagged={flagged} />
              ))}
              <StateLegend />
            </>
          )
        }
      </Loaded>
      {numbers === undefined || pools.data === undefined ? null : (
        <div className="rt-column rt-settings rt-rented">
          <RentedCard api={numbers} pools={pools.data.pools} flagged={flagged} />
          <PollutionCard report={pollution} />
        </div>
      )}
    </>
  );
}
