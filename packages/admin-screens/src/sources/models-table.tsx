import type { CreditReportShown, EstimateShown } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatCount } from "../format/format-count.ts";
import { useHost } from "../frame/host.tsx";
import { rowWords } from "../orders/order-words.ts";
import { ShareBar } from "../parts/share-bar.tsx";
import { modelNamed, modelWords } from "./model-words.ts";
import { mostCalls, setSideBySide } from "./side-by-side.ts";

/** Each channel's calls under every model, with the bounds they keep, what moved, and what they add up to. */
export function ModelsTable(props: { readonly reports: readonly CreditReportShown[] }): ReactNode {
  const { reports } = props;
  const { locale } = useHost();
  const rows = setSideBySide(reports);
  const most = mostCalls(rows);
  const names = reports.map(({ model }) => modelWords(modelNamed(model)).name);
  if (rows.length === 0) {
    return <p className="rt-soft">{__("No calls in these days: there is nothing to share out yet.", "ringtrail")}</p>;
  }
  return (
    <div
      className="rt-models-wide"
      role="group"
      aria-label={__("Calls by channel and model", "ringtrail")}
      tabIndex={0}
    >
      <table className="rt-sales rt-models">
        <thead>
          <tr>
            <th scope="col">{__("Channel", "ringtrail")}</th>
            {names.map((name, side) => (
              <th key={side} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.name ?? ""}`}>
              <th scope="row">{rowWords(row, "channel")}</th>
              {row.calls.map((estimate, nth) => (
                <Calls
                  key={nth}
                  name={names[nth]}
                  estimate={estimate}
                  most={most}
                  by={nth === 0 ? undefined : (estimate?.mean ?? 0) - (row.calls[0]?.mean ?? 0)}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{__("Together", "ringtrail")}</th>
            {reports.map(({ total }, side) => (
              <td key={side} data-name={names[side]}>
                {
                  /* translators: %s: how many calls. */
                  sprintf(_n("%s call", "%s calls", total.calls, "ringtrail"), formatCount(total.calls, locale))
                }
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Calls(props: {
  readonly name: string | undefined;
  readonly estimate: EstimateShown | undefined;
  readonly most: number;
  /** How many calls more than under the first model; undefined for that one itself. */
  readonly by: number | undefined;
}): ReactNode {
  const { name, estimate, most, by } = props;
  const { locale } = useHost();
  const { mean = 0, low, high } = estimate ?? {};
  return (
    <td data-name={name}>
      {formatCount(mean, locale)}
      {by === undefined ? null : <b className="rt-moved"> {moved(by, locale)}</b>}
      {low === undefined || high === undefined || high - low < 0.05 ? null : (
        <span className="rt-faint">
          {
            /* translators: 1, 2: the least and the most of a count. */
            sprintf(__("%1$s to %2$s", "ringtrail"), formatCount(low, locale), formatCount(high, locale))
          }
        </span>
      )}
      <ShareBar share={mean / most} />
    </td>
  );
}

/** How many calls a channel gains by another model, with its sign. */
function moved(calls: number, locale: string | undefined): string {
  const rounded = Math.round(calls * 10) / 10;
  // A dash would read as an interval that lost its end.
  if (rounded === 0) return "±0";
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: "always" }).format(rounded);
}
