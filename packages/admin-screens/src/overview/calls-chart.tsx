import { __, sprintf } from "@wordpress/i18n";
import { Fragment, type ReactNode } from "react";
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatCount } from "../format/format-count.ts";
import { formatDay } from "../format/format-day.ts";
import { useHost } from "../frame/host.tsx";
import type { CallsFilter } from "../frame/place.ts";
import type { ChartPoint, Series } from "./chart-data.ts";
import { ChartTip } from "./chart-tip.tsx";
import { spanWords } from "./span-words.ts";

/** Lines with their bands. A click on a day leads to its calls; the table below does so by keyboard. */
export function CallsChart(props: {
  readonly points: readonly ChartPoint[];
  readonly series: readonly Series[];
  /** Lines that are not drawn. */
  readonly left: ReadonlySet<string>;
  readonly calls: CallsFilter;
}): ReactNode {
  const { points, series, left, calls } = props;
  const { locale, router } = useHost();
  const shown = series.map((one, nth) => ({ ...one, colour: `var(--rt-series-${nth + 1})` }));
  const drawn = shown.filter(({ key }) => !left.has(key));
  const expected = (key: string) => (point: ChartPoint) => point.by[key]?.mean ?? 0;
  const bounds = (key: string) => (point: ChartPoint) => [point.by[key]?.low ?? 0, point.by[key]?.high ?? 0];
  const follow = (nth: number | string | null | undefined): void => {
    const point = points[Number(nth)];
    if (point !== undefined) router.go({ screen: "calls", ...calls, from: point.from, to: point.to });
  };
  return (
    <ResponsiveContainer width="100%" height={300}>
      <ComposedChart
        data={[...points]}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        title={__("Calls by channel", "ringtrail")}
        desc={descriptionOf(points, locale)}
        onClick={({ activeTooltipIndex }) => follow(activeTooltipIndex)}
      >
        <CartesianGrid vertical={false} stroke="var(--rt-line)" />
        <XAxis
          dataKey="from"
          tickFormatter={(day: string) => formatDay(day, locale)}
          tickLine={false}
          axisLine={{ stroke: "var(--rt-line-strong)" }}
          tick={{ fill: "var(--rt-ink-faint)", fontSize: 12 }}
          minTickGap={28}
        />
        <YAxis
          width={36}
          allowDecimals={false}
          tickFormatter={(count: number) => formatCount(count, locale)}
          tickLine={false}
          axisLine={false}
          tick={{ fill: "var(--rt-ink-faint)", fontSize: 12 }}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--rt-line-strong)" }}
          content={({ label }) => <ChartTip point={points.find(({ from }) => from === label)} series={drawn} />}
        />
        {drawn.map(({ key, colour }) => (
          <Fragment key={key}>
            <Area
              dataKey={bounds(key)}
              stroke="none"
              fill={colour}
              fillOpacity={0.14}
              activeDot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey={expected(key)}
              stroke={colour}
              strokeWidth={2}
              dot={points.length === 1}
              activeDot={{ r: 4 }}
              isAnimationActive={false}
            />
          </Fragment>
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function descriptionOf(points: readonly ChartPoint[], locale: string | undefined): string {
  const most = points.reduce((best, point) => (point.calls > best.calls ? point : best), points[0] ?? nothing);
  return sprintf(
    /* translators: 1: the day or days with most calls, 2: how many. */
    __("Most calls: %1$s, %2$s. The table below tells every day.", "ringtrail"),
    spanWords(most, locale),
    formatCount(most.calls, locale),
  );
}

const nothing = { from: "2000-01-01", to: "2000-01-01", calls: 0 };
