import type { OverviewRow, OverviewShown } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { CallsFilter } from "../frame/place.ts";
import { TopList } from "./top-list.tsx";

/** Whose the calls are expected to be, by channel, source, keyword and landing page. */
export function OverviewLists(props: {
  readonly overview: OverviewShown;
  /** The calls of all the days. */
  readonly calls: CallsFilter;
  /** What a channel is called. */
  readonly says: (channel: string) => string;
}): ReactNode {
  const { overview, calls } = props;
  const shared = { currency: overview.currency, hasCosts: overview.total.cost !== undefined };
  const by =
    (part: "channel" | "source" | "keyword" | "landingPage") =>
    ({ kind, name }: OverviewRow): CallsFilter =>
      kind === "returning" || kind === "nobody" ? { ...calls, who: kind } : { ...calls, [part]: name ?? "" };
  return (
    <div className="rt-tops">
      <TopList
        title={__("Channels", "ringtrail")}
        rows={overview.channels}
        says={props.says}
        callsOf={by("channel")}
        {...shared}
      />
      <TopList title={__("Top sources", "ringtrail")} rows={overview.sources} callsOf={by("source")} {...shared} />
      <TopList title={__("Top keywords", "ringtrail")} rows={overview.keywords} callsOf={by("keyword")} {...shared} />
      <TopList
        title={__("Top landing pages", "ringtrail")}
        rows={overview.landingPages}
        callsOf={by("landingPage")}
        {...shared}
      />
    </div>
  );
}
