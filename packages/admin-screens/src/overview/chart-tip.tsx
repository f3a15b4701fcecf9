import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatCount } from "../format/format-count.ts";
import { useHost } from "../frame/host.tsx";
import { channelWords } from "../words/channel-words.ts";
import { rowWords } from "../words/row-words.ts";
import type { ChartPoint, Series } from "./chart-data.ts";
import { spanWords } from "./span-words.ts";

/** What a day of the chart says, when somebody points at it. */
export function ChartTip(props: {
  readonly point: ChartPoint | undefined;
  readonly series: readonly (Series & { readonly colour: string })[];
}): ReactNode {
  const { point } = props;
  const { locale } = useHost();
  if (point === undefined) return null;
  return (
    <div className="rt-tip">
      <strong>{spanWords(point, locale)}</strong>
      {props.series.map(({ key, kind, name, colour }) => {
        const { mean, low, high } = point.by[key] ?? { mean: 0, low: 0, high: 0 };
        return (
          <div key={key} className="rt-tip-line">
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <circle cx="5" cy="5" r="5" fill={colour} />
            </svg>
            <span>{rowWords({ kind, name }, channelWords)}</span>
            <span>{formatCount(mean, locale)}</span>
            <span className="rt-faint">
              {low === high
                ? ""
                : sprintf(
                    /* translators: 1: the lower and 2: the upper bound of a number of calls. */
                    __("%1$s–%2$s", "ringtrail"),
                    formatCount(low, locale),
                    formatCount(high, locale),
                  )}
            </span>
          </div>
        );
      })}
    </div>
  );
}
