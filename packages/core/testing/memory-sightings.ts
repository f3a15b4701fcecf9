import type { PageSightings, SiteSightings } from "../src/ports/index.ts";
import { after, instant, minute, type AccountId, type Instant, type SiteId } from "../src/index.ts";
import type { MemoryState, VisitRow } from "./memory-state.ts";

/** What was seen of a site's pages, in memory. */
export function sightingsOf(state: MemoryState, account: AccountId, site: SiteId, since: Instant): SiteSightings {
  const seenAt = (row: VisitRow): Instant =>
    instant(
      Math.max(
        row.startedAt,
        ...row.pages.map(({ at }) => at),
        ...state.impressions.filter(({ visit }) => visit === row.id).map(({ lastSeenAt }) => lastSeenAt),
      ),
    );
  const visits = state.visits.filter((row) => row.account === account && row.site === site && seenAt(row) >= since);
  const pages = new Set(visits.flatMap((row) => row.pages.filter(({ at }) => at >= since).map(({ path }) => path)));
  const swaps = state.impressions.filter(
    (row) => row.account === account && row.number !== undefined && visits.some(({ id }) => id === row.visit),
  );
  const ads = visits.map(({ touch }) => touch).filter(({ channel }) => channel.startsWith("paid_"));
  const sources = [...new Set(ads.map(({ source }) => source))].toSorted();
  return {
    lastSeenAt: latest(visits.map(seenAt)),
    pages: pages.size,
    lastSwapAt: latest(swaps.map(({ at }) => at)),
    adClicks: sources.map((source) => {
      const own = ads.filter((touch) => touch.source === source);
      return { source, clicks: own.length, keywords: own.filter(({ keyword }) => keyword !== undefined).length };
    }),
  };
}

/** What was seen of one page, in memory. */
export function pageSightingsOf(
  state: MemoryState,
  { account, site, path, since }: { account: AccountId; site: SiteId; path: string; since: Instant },
): PageSightings {
  const opened = state.visits
    .filter((row) => row.account === account && row.site === site)
    .flatMap(({ id, pages }) =>
      pages.filter((page) => page.path === path && page.at >= since).map(({ at }) => ({ visit: id, at })),
    );
  const swapped = opened.filter(({ visit, at }) =>
    state.impressions.some((row) => row.visit === visit && row.number !== undefined && row.at <= after(at, minute)),
  );
  return {
    visits: new Set(opened.map(({ visit }) => visit)).size,
    lastSeenAt: latest(opened.map(({ at }) => at)),
    lastSwapAt: latest(swapped.map(({ at }) => at)),
  };
}

function latest(times: readonly Instant[]): Instant | undefined {
  return times.length === 0 ? undefined : instant(Math.max(...times));
}
