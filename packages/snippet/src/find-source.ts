import type { SiteConfig } from "@ringtrail/api-contract";
import type { PageNumber } from "./page/number-reader.ts";

type Rule = SiteConfig["sources"][number]["rules"][number];

/** How the reader came to this page, as far as the browser says without our storing anything. */
interface Arrival {
  readonly query: URLSearchParams;
  /** The other site that led here; empty for none. */
  readonly from: string;
  /** They came from a page of this site: where they came from before that nobody knows. */
  readonly isInternal: boolean;
}

/** Finds the numbers of the first source that fits how the reader arrived. None fits: the page keeps its own. */
export function findSourceNumbers(
  { sources }: SiteConfig,
  page: { readonly search: string; readonly hostname: string },
  referrer: string,
): readonly PageNumber[] {
  const before = referrer ? new URL(referrer) : { hostname: "", search: "" };
  const isInternal = before.hostname === page.hostname;
  // On a second page the first one's query is still in the referrer: that needs no memory.
  const query = new URLSearchParams(page.search || (isInternal ? before.search : ""));
  const arrival = { query, from: isInternal ? "" : before.hostname, isInternal };
  return sources.find(({ rules }) => rules.some((rule) => fits(rule, arrival)))?.numbers ?? [];
}

function fits({ anyParam, utm, referrer }: Rule, { query, from, isInternal }: Arrival): boolean {
  const hasUtm = Object.entries(utm ?? {}).every(([name, words]) =>
    words.includes((query.get(`utm_${name}`) ?? "").trim().toLowerCase()),
  );
  // An empty list fits every other site.
  const isFrom = !referrer?.[0] ? !referrer || from !== "" : referrer.some((host) => `.${from}`.endsWith(`.${host}`));
  const hasParam = anyParam?.some((name) => query.has(name)) ?? true;
  const isSaid = anyParam ?? utm ?? !isInternal;
  return Boolean(isSaid) && hasParam && hasUtm && isFrom;
}
