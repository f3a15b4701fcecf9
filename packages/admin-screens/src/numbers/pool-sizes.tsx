import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { PoolState } from "@ringtrail/api-contract";
import { formatLength } from "../format/format-length.ts";
import { formatMoney } from "../format/format-money.ts";
import { formatShare } from "../format/format-share.ts";
import { adviseSize } from "./size-advice.ts";
import { useHost } from "../frame/host.tsx";

/** What the pool loses at its busy hour, and what other sizes would. Nothing until it was measured. */
export function PoolSizes(props: { readonly pool: PoolState }): ReactNode {
  const { locale, timeZone } = useHost();
  const { demand, sizes, lossProbability, numbers, graceMs, nearlyFullSince } = props.pool;
  if (demand === undefined || sizes === undefined || lossProbability === undefined) return null;
  const owned = numbers.filter(({ state }) => state !== "source").length;
  const { visitsPerHour, stayMs, offeredLoad, isNearlyFull } = demand;
  const isPriced = sizes.some(({ monthly }) => monthly !== undefined);
  const load = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(offeredLoad);
  return (
    <section className="rt-pool-sizes">
      <p>
        <strong>
          {
            /* translators: 1: how many numbers; 2: a probability in per cent. */
            sprintf(
              _n(
                "Your %1$d number loses %2$s of visits at your busy hour.",
                "Your %1$d numbers lose %2$s of visits at your busy hour.",
                owned,
                "ringtrail",
              ),
              owned,
              formatShare(lossProbability, locale),
            )
          }
        </strong>{" "}
        {isNearlyFull ? (
          <span role="status">
            {nearlyFullSince === undefined
              ? __("Nearly full: add numbers.", "ringtrail")
              : sprintf(
                  /* translators: %s: a date. */
                  __("Nearly full since %s: add numbers.", "ringtrail"),
                  new Date(nearlyFullSince).toLocaleDateString(locale, { dateStyle: "medium", timeZone }),
                )}
          </span>
        ) : null}
      </p>
      <p className="rt-faint">
        {
          /* translators: 1: visits; 2, 3: lengths of time such as 4:30; 4: a number such as 8.5. */
          sprintf(
            __("%1$d visits in that hour, %2$s on the page and %3$s after it: %4$s numbers at once.", "ringtrail"),
            visitsPerHour,
            formatLength(stayMs),
            formatLength(graceMs),
            load,
          )
        }
      </p>
      <AdviceLine pool={props.pool} />
      <table>
        <thead>
          <tr>
            <th scope="col">{__("Numbers", "ringtrail")}</th>
            <th scope="col">{__("Visits without a number of their own", "ringtrail")}</th>
            <th scope="col">{__("Calls named rightly, as expected", "ringtrail")}</th>
            {isPriced ? <th scope="col">{__("A month at the carrier", "ringtrail")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {sizes.map((size) => (
            <tr key={size.numbers} aria-current={size.numbers === owned ? "true" : undefined}>
              <th scope="row">{size.numbers}</th>
              <td>{formatShare(size.loss, locale)}</td>
              <td>
                {size.accuracy === undefined ? __("being worked out", "ringtrail") : formatShare(size.accuracy, locale)}
              </td>
              {isPriced ? <td>{size.monthly && formatMoney(size.monthly, locale)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What to do about it, in one sentence, with its price. */
function AdviceLine(props: { readonly pool: PoolState }): ReactNode {
  const { locale } = useHost();
  const advice = adviseSize(props.pool);
  if (advice === undefined) return null;
  if (advice.kind === "enough") return <p>{__("That is enough: leave it as it is.", "ringtrail")}</p>;
  const { numbers, to } = advice;
  const price = to.monthly === undefined ? "" : ` (${formatMoney(to.monthly, locale)} ${__("a month", "ringtrail")})`;
  const loss = formatShare(to.loss, locale);
  return (
    <p>
      {advice.kind === "add"
        ? /* translators: 1: how many numbers; 2: a probability in per cent. */
          sprintf(
            _n("Add %1$d number and %2$s find none", "Add %1$d numbers and %2$s find none", numbers, "ringtrail"),
            numbers,
            loss,
          )
        : /* translators: 1: how many numbers; 2: a probability in per cent. */
          sprintf(
            _n(
              "You can spare %1$d number: then %2$s find none",
              "You can spare %1$d numbers: then %2$s find none",
              numbers,
              "ringtrail",
            ),
            numbers,
            loss,
          )}
      {price}.
    </p>
  );
}
