import type { SiteConfig } from "@ringtrail/api-contract";
import type { PageNumber } from "./page/number-reader.ts";

type Rule = SiteConfig["sources"][number]["rules"][number];

/** How the reader came to this page, as far as the browser says without our storing anything. */
export interface Arrival {
  readonly query: URLSearchParams;
  /** The other site that led here; undefined when there was none. */
  readonly referrer: string | undefined;
  /** The reader came from a page of this site: where they came from before that is not known. */
  readonly isInternal: boolean;
}

/** Reads the arrival. On a second page the first one's query is still in the referrer: that needs no memory. */
export function readArrival(page: Location, referrer: string): Arrival {
  const from = referrer ? new URL(referrer) : undefined;
  const isInternal = from?.host === page.host;
  const own = new URLSearchParams(page.search);
  const query = isInternal && from && own.size === 0 ? from.searchParams : own;
  return { query, referrer: isInternal ? undefined : from?.hostname, isInternal };
}

/** The numbers of the first source that fits the arrival. None fits: the page keeps its own. */
export function numbersOfSource(config: SiteConfig, arrival: Arrival): readonly PageNumber[] {
  return config.sources.find(({ rules }) => rules.some((rule) => fits(rule, arrival)))?.numbers ?? [];
}

function fits({ anyParam, utm, referrer }: Rule, arrival: Arrival): boolean {
  const { query, isInternal } = arrival;
  const says = (name: string, values: readonly string[] | undefined): boolean =>
    values === undefined || values.includes((query.get(`utm_${name}`) ?? "").trim().toLowerCase());
  if (anyParam && !anyParam.some((name) => query.has(name))) return false;
  if (utm && !(says("source", utm.source) && says("medium", utm.medium) && says("campaign", utm.campaign)))
    return false;
  if (referrer && !comesFrom(referrer, arrival.referrer)) return false;
  // A rule without conditions means "direct"; of a reader who came from a page of ours nobody knows that.
  return !isInternal || anyParam !== undefined || utm !== undefined;
}

/** An empty list means any other site. */
function comesFrom(hosts: readonly string[], referrer: string | undefined): boolean {
  if (referrer === undefined) return false;
  return hosts.length === 0 || hosts.some((host) => `.${referrer}`.endsWith(`.${host}`));
}
