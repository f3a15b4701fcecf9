import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatShare } from "../format/format-share.ts";
import { useHost } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import type { PoolState } from "@ringtrail/api-contract";
import { leaseWords } from "../words/lease-words.ts";
import { NumberTile } from "./number-tile.tsx";
import { PoolPolicy } from "./pool-policy.tsx";
import { PoolSizes } from "./pool-sizes.tsx";

/** One pool: what it can promise now, and each of its numbers. */
export function PoolCard(props: { readonly pool: PoolState; readonly flagged: ReadonlySet<string> }): ReactNode {
  const { locale } = useHost();
  const { pool } = props;
  const lent = pool.numbers.filter((number) => leaseWords(number.state).isLent).length;
  // A number that stands for a source is lent to nobody: the sizes below count without it, too.
  const total = pool.numbers.filter(({ state }) => state !== "source").length;
  return (
    <div className="rt-pool">
      <Card
        title={pool.name}
        aside={
          <span className="rt-pool-sums">
            {/* translators: 1: how many numbers are lent; 2: how many there are. */}
            <span>
              {sprintf(_n("%1$d of %2$d number lent", "%1$d of %2$d numbers lent", total, "ringtrail"), lent, total)}
            </span>
            {pool.lossProbability === undefined ? null : (
              <span>
                {
                  /* translators: %s: a probability in per cent. */
                  sprintf(
                    __("%s of visits find no number of their own", "ringtrail"),
                    formatShare(pool.lossProbability, locale),
                  )
                }
              </span>
            )}
          </span>
        }
      >
        <ul className="rt-numbers">
          {pool.numbers.map((number) => (
            <NumberTile key={number.e164} number={number} isFlagged={props.flagged.has(number.e164)} />
          ))}
        </ul>
        <PoolSizes pool={pool} />
        <PoolPolicy pool={pool} />
      </Card>
    </div>
  );
}
