import type { OverviewRow } from "@ringtrail/api-contract";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatAmount } from "../format/format-amount.ts";
import { formatCount } from "../format/format-count.ts";
import { useHost } from "../frame/host.tsx";
import type { CallsFilter } from "../frame/place.ts";
import { Card } from "../parts/card.tsx";
import { Link } from "../parts/link.tsx";
import { ShareBar } from "../parts/share-bar.tsx";
import { rowWords } from "../words/row-words.ts";

/** The rows most calls are expected of, with what each call cost. A name leads to the calls behind it. */
export function TopList(props: {
  readonly title: string;
  readonly rows: readonly OverviewRow[];
  readonly currency: string | undefined;
  /** Whether anybody told what ads cost: else there is no column for it. */
  readonly hasCosts: boolean;
  readonly says?: (name: string) => string;
  readonly callsOf: (row: OverviewRow) => CallsFilter;
}): ReactNode {
  const { rows, currency, hasCosts } = props;
  const { locale } = useHost();
  const most = Math.max(...rows.map(({ calls }) => calls.mean), 0);
  return (
    <Card title={props.title}>
      <table className="rt-top">
        <thead>
          <tr>
            <th scope="col">{__("Name", "ringtrail")}</th>
            <th scope="col">{__("Calls", "ringtrail")}</th>
            {hasCosts ? <th scope="col">{__("Cost per call", "ringtrail")}</th> : null}
            {currency === undefined ? null : <th scope="col">{__("Revenue", "ringtrail")}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.name ?? ""}`}>
              <th scope="row" data-nameless={row.kind === "named" ? undefined : ""}>
                <Link to={{ screen: "calls", ...props.callsOf(row) }} className="rt-break">
                  {rowWords(row, props.says)}
                </Link>
                <ShareBar share={most === 0 ? 0 : row.calls.mean / most} quiet={row.kind !== "named"} />
              </th>
              <td title={boundsWords(row, locale)}>{formatCount(row.calls.mean, locale)}</td>
              {hasCosts ? (
                <td>{row.costPerCall === undefined ? "–" : formatAmount(row.costPerCall.mean, currency, locale)}</td>
              ) : null}
              {currency === undefined ? null : <td>{formatAmount(row.value, currency, locale)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** Within which bounds a row's calls lie; nothing where they are certain. */
export function boundsWords({ calls }: Pick<OverviewRow, "calls">, locale: string | undefined): string | undefined {
  const { low, high, mean } = calls;
  if (low === undefined || high === undefined || (low === mean && high === mean)) return undefined;
  return sprintf(
    /* translators: 1: the lower and 2: the upper bound of a number of calls. */
    __("Between %1$s and %2$s in 95 of 100 cases", "ringtrail"),
    formatCount(low, locale),
    formatCount(high, locale),
  );
}
