import type { EstimateShown, RevenueReportShown, RevenueRowShown } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatMoney } from "../format/format-money.ts";
import { useHost } from "../frame/host.tsx";
import { rowWords, type By } from "./order-words.ts";

/** The rows of the report and what they add up to. */
export function RevenueTable(props: { readonly shown: RevenueReportShown; readonly by: By }): ReactNode {
  const { shown, by } = props;
  const { locale } = useHost();
  const money = (amount: number, currency = shown.currency): string =>
    currency === undefined ? "–" : formatMoney({ cents: amount * 100, currency }, locale);
  const names = [
    __("By phone", "ringtrail"),
    __("On the web", "ringtrail"),
    __("Ads", "ringtrail"),
    __("Return", "ringtrail"),
  ] as const;
  const cells = (row: RevenueRowShown): readonly ReactNode[] => [
    <Sum key="phone" estimate={row.phone.revenue} say={money} />,
    <Sum key="web" estimate={row.web.revenue} say={money} />,
    row.cost === undefined ? "–" : money(row.cost),
    row.roas === undefined ? "–" : `${row.roas.mean.toFixed(1)} ×`,
  ];
  return (
    <>
      <table className="rt-sales">
        <thead>
          <tr>
            <th scope="col">{by === "channel" ? __("Channel", "ringtrail") : __("Campaign", "ringtrail")}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.rows.map((row) => (
            <tr key={`${row.kind} ${row.name}`}>
              <th scope="row">{rowWords(row, by)}</th>
              {cells(row).map((cell, nth) => (
                <td key={names[nth]} data-name={names[nth]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{__("Together", "ringtrail")}</th>
            <td data-name={names[0]}>{money(shown.total.phone.revenue)}</td>
            <td data-name={names[1]}>{money(shown.total.web.revenue)}</td>
            <td data-name={names[2]}>{money(shown.total.cost)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      {shown.otherCurrencies.map(({ currency, orders, revenue }) => (
        <p key={currency} className="rt-faint">
          {sprintf(
            /* translators: 1: how many orders. 2: an amount of money. */
            _n(
              "%1$d order over %2$s is kept and not added up: currencies never are.",
              "%1$d orders over %2$s are kept and not added up: currencies never are.",
              orders,
              "ringtrail",
            ),
            orders,
            money(revenue, currency),
          )}
        </p>
      ))}
    </>
  );
}

/** A sum with the bounds it keeps in 95 of 100 cases, where it has any width. */
function Sum(props: { readonly estimate: EstimateShown; readonly say: (amount: number) => string }): ReactNode {
  const {
    estimate: { mean, low, high },
    say,
  } = props;
  const hasWidth = low !== undefined && high !== undefined && say(low) !== say(high);
  return (
    <>
      {say(mean)}
      {hasWidth ? (
        <span className="rt-faint">
          {
            /* translators: 1, 2: the least and the most of an amount of money. */
            sprintf(__("%1$s to %2$s", "ringtrail"), say(low), say(high))
          }
        </span>
      ) : null}
    </>
  );
}
