import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatCount } from "../format/format-count.ts";
import { useHost } from "../frame/host.tsx";
import type { CallsFilter } from "../frame/place.ts";
import { Link } from "../parts/link.tsx";
import type { ChartPoint } from "./chart-data.ts";
import { spanWords } from "./span-words.ts";

/** The chart's days as a table: for who cannot see it, and a way to the calls of a day. */
export function DayTable(props: { readonly points: readonly ChartPoint[]; readonly calls: CallsFilter }): ReactNode {
  const { locale } = useHost();
  const callsOf = ({ from, to }: ChartPoint): CallsFilter => ({ ...props.calls, from, to });
  return (
    <details className="rt-fold">
      <summary>{__("Day by day as a table", "ringtrail")}</summary>
      <table className="rt-top rt-day-table">
        <thead>
          <tr>
            <th scope="col">{__("When", "ringtrail")}</th>
            <th scope="col">{__("Calls", "ringtrail")}</th>
            <th scope="col">{__("Answered", "ringtrail")}</th>
            <th scope="col">{__("Missed", "ringtrail")}</th>
          </tr>
        </thead>
        <tbody>
          {props.points.toReversed().map((point) => (
            <tr key={point.from}>
              <th scope="row">
                <Link to={{ screen: "calls", ...callsOf(point) }}>{spanWords(point, locale)}</Link>
              </th>
              <td>{formatCount(point.calls, locale)}</td>
              <td>
                <Link to={{ screen: "calls", ...callsOf(point), outcome: "answered" }}>
                  {formatCount(point.answered, locale)}
                </Link>
              </td>
              <td>
                <Link to={{ screen: "calls", ...callsOf(point), outcome: "missed" }}>
                  {formatCount(point.missed, locale)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
