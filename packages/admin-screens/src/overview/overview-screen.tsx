import type { OverviewShown } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import type { CallsFilter, OverviewDays } from "../frame/place.ts";
import { LiveLamp } from "../live/live-lamp.tsx";
import { Blank } from "../parts/blank.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { useKept } from "../parts/use-kept.ts";
import { channelWords } from "../words/channel-words.ts";
import { ChartCard } from "./chart-card.tsx";
import { DaysChoice } from "./days-choice.tsx";
import { Figures } from "./figures.tsx";
import { OverviewLists } from "./overview-lists.tsx";
import { PageGroupsCard } from "./page-groups-card.tsx";
import { ZoneNote } from "./zone-note.tsx";

/** News come many a call; what adds up is read again at this pace instead. */
const readAgainMs = 30_000;

/** What calls come to: how many, whose, what they cost and brought, and what it was before. */
export function OverviewScreen(props: { readonly asked: OverviewDays }): ReactNode {
  const { asked } = props;
  const { api } = useHost();
  const query = useKept<OverviewShown>(
    useQuery({
      queryKey: ["overview", asked],
      queryFn: () => api.overview(asked),
      refetchInterval: readAgainMs,
    }),
  );
  return (
    <>
      <header className="rt-head">
        <h1>{__("Overview", "ringtrail")}</h1>
        <LiveLamp />
      </header>
      <DaysChoice asked={asked} shown={query.data?.total} />
      <Loaded query={query}>{(overview) => <Shown overview={overview} site={asked.site} />}</Loaded>
    </>
  );
}

function Shown(props: { readonly overview: OverviewShown; readonly site: string | undefined }): ReactNode {
  const { overview, site } = props;
  const { from, to, calls: count } = overview.total;
  const calls: CallsFilter = { from, to, ...(site === undefined ? {} : { site }) };
  return (
    <>
      <Figures overview={overview} calls={calls} />
      {count === 0 ? (
        <div className="rt-card">
          <Blank
            title={__("No calls in these days", "ringtrail")}
            words={__("Choose other days, or call one of your numbers: it is counted while it rings.", "ringtrail")}
          />
        </div>
      ) : (
        <>
          <ChartCard overview={overview} calls={calls} />
          <OverviewLists overview={overview} calls={calls} says={channelWords} />
        </>
      )}
      {overview.pageGroups === undefined ? null : (
        <div className="rt-tops">
          <PageGroupsCard rows={overview.pageGroups} />
        </div>
      )}
      <ZoneNote overview={overview} />
    </>
  );
}
