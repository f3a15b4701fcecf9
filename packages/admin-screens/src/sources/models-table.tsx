import type { CreditReportShown, EstimateShown } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatCount } from "../format/format-count.ts";
import { useHost } from "../frame/host.tsx";
import { rowWords } from "../orders/order-words.ts";
import { ShareBar } from "../parts/share-bar.tsx";
import { modelNamed, modelWords } from "./model-words.ts";
import { mostCalls, setSideBySide } from "./side-by-side.ts";

/** Each channel's calls under both models, with the bounds they keep, and what they add up to. */
export function ModelsTable(props: { readonly left: CreditReportShown; readonly right: CreditReportShown }): ReactNode {
  const { left, right } = props;
  const { locale } = useHost();
  const rows = setSideBySide(left, right);
  const most = mostCalls(rows);
  const names = [left, right].map(({ model }) => modelWords(modelNamed(model)).name);
  if (rows.length === 0) {
    return <p className="rt-soft">{__("No calls in these days: there is nothing to share out yet.", "ringtrail")}</p>;
  }
  return (
    <table className="rt-sales rt-models">
      <thead>
        <tr>
          <th scope="col">{__("Channel", "ringtrail")}</th>
          {names.map((name, side) => (
            <th key={side} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">{__("Moved", "ringtrail")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.kind} ${row.name ?? ""}`}>
            <th scope="row">{rowWords(row, "channel")}</th>
            <Calls name={names[0]} estimate={row.left} most={most} />
            <Calls name={names[1]} estimate={row.right} most={most} />
            <td data-name={__("Moved", "ringtrail")}>
              {moved((row.right?.mean ?? 0) - (row.left?.mean ?? 0), locale)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{__("Together", "ringtrail")}</th>
          {[left, right].map(({ total }, side) => (
            <td key={side} data-name={names[side]}>
              {
                /* translators: %s: how many calls. */
                sprintf(_n("%s call", "%s calls", total.calls, "ringtrail"), formatCount(total.calls, locale))
              }
            </td>
          ))}
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function Calls(props: {
  readonly name: string | undefined;
  readonly estimate: EstimateShown | undefined;
  readonly most: number;
}): ReactNode {
  const { name, estimate, most } = props;
  const { locale } = useHost();
  const { mean = 0, low, high } = estimate ?? {};
  return (
    <td data-name={name}>
      {formatCount(mean, locale)}
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

/** How many calls a channel gains by the other model, with its sign. */
function moved(calls: number, locale: string | undefined): string {
  const rounded = Math.round(calls * 10) / 10;
  if (rounded === 0) return "–";
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: "always" }).format(rounded);
}
