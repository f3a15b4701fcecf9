import type { PageLook } from "@ringtrail/api-contract";
import { after, day, err, ok, type Result } from "@ringtrail/core";
import type { SiteSettings } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";
import { showMoment } from "../show/show-moment.ts";
import { fetchPage, type PageNotRead } from "./fetch-page.ts";
import { findPageNumbers, type Swap } from "./find-page-numbers.ts";
import { readPageText } from "./read-page-text.ts";

/** How far back it is told what browsers saw of the page. */
const seenMs = 30 * day;

/** Looks at a page of a site: the numbers on it, and what a visitor who agreed would see in their place. */
export async function lookAtPage(
  { send, pools, visits, now }: Pick<Deps, "send" | "pools" | "visits" | "now">,
  site: SiteSettings,
  address: string,
): Promise<Result<PageLook, PageNotRead | { readonly code: "page_elsewhere" }>> {
  const hosts = new Set(site.origins.map((origin) => bare(new URL(origin))));
  const isOfSite = (url: URL): boolean => hosts.has(bare(url));
  if (!isOfSite(new URL(address))) return err({ code: "page_elsewhere" });
  const page = await fetchPage(send, address, isOfSite);
  if (!page.ok) return page;
  const { html, isCut } = page.value;
  const states = await pools.states(site.account, now());
  const swaps = site.targets.map(({ id, e164 }): Swap => {
    const pool = site.pools.find(({ target }) => target === id)?.id;
    const lent = states.find((state) => pool !== undefined && state.pool === pool);
    const own = site.sources.find(({ target }) => target === id);
    return { target: id, e164, shown: lent?.e164 ?? own?.e164 };
  });
  const text = readPageText(html);
  const path = new URL(page.value.address).pathname;
  const seen = await visits.pageSightings(site.account, site.site, path, after(now(), -seenMs));
  return ok({
    address: page.value.address,
    ...(text.title === undefined || text.title === "" ? {} : { title: text.title }),
    hasSnippet: html.includes(site.key) && /ringtrail/i.test(html),
    numbers: findPageNumbers(text, swaps),
    seen: {
      visits: seen.visits,
      ...(seen.lastSeenAt !== undefined && { lastSeenAt: showMoment(seen.lastSeenAt) }),
      ...(seen.lastSwapAt !== undefined && { lastSwapAt: showMoment(seen.lastSwapAt) }),
    },
    isCut,
  });
}

/** A host with its port, and no `www.` in front: owners type either. */
function bare({ host }: URL): string {
  return host.replace(/^www\./, "");
}
