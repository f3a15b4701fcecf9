import type { OverviewShown } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { CallsFilter } from "../frame/place.ts";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { channelWords } from "../words/channel-words.ts";
import { rowWords } from "../words/row-words.ts";
import { chartPoints, seriesOf } from "./chart-data.ts";
import { DayTable } from "./day-table.tsx";

/** Calls over time, a line for each channel with its bounds as a band, and the same as a table that leads to the calls. */
export function ChartCard(props: { readonly overview: OverviewShown; readonly calls: CallsFilter }): ReactNode {
  const { overview, calls } = props;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  // The library that draws is larger than the rest of the screen: figures do not wait for it.
  const code = useQuery({
    queryKey: ["screen", "calls-chart"],
    queryFn: async () => ({ Chart: (await import("./calls-chart.tsx")).CallsChart }),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const series = seriesOf(overview);
  const points = chartPoints(overview);
  const turn = (key: string): void =>
    setLeft((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]));
  return (
    <Card
      title={__("Calls by channel", "ringtrail")}
      aside={__(
        "Expected calls, credited to the visit that called; a band holds the true number in 95 of 100 cases",
        "ringtrail",
      )}
    >
      <div className="rt-series" role="group" aria-label={__("Channels shown", "ringtrail")}>
        {series.map(({ key, kind, name }, nth) => (
          <button key={key} type="button" data-series={nth + 1} aria-pressed={!left.has(key)} onClick={() => turn(key)}>
            {rowWords({ kind, name }, channelWords)}
          </button>
        ))}
      </div>
      <div className="rt-chart">
        <Loaded query={code}>
          {({ Chart }) => <Chart points={points} series={series} left={left} calls={calls} />}
        </Loaded>
      </div>
      <DayTable points={points} calls={calls} />
    </Card>
  );
}
