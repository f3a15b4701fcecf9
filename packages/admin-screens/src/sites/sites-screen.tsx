import { wholeList } from "@ringtrail/api-contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost, type SitesApi } from "../frame/host.tsx";
import { Blank } from "../parts/blank.tsx";
import { Earlier } from "../parts/earlier.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { AddSiteForm } from "./add-site-form.tsx";
import { SilenceCard } from "./silence-card.tsx";
import { SiteCard } from "./site-card.tsx";

/** So many come at once: each asks every few seconds what was seen of its pages. */
const perPage = 20;

/** Every site: is its script there and does it swap, and how it comes into the pages. */
export function SitesScreen(): ReactNode {
  const { sites, server } = useHost();
  return (
    <>
      <header className="rt-head">
        <h1>{__("Sites", "ringtrail")}</h1>
      </header>
      {sites === undefined || server === undefined ? (
        <div className="rt-card">
          <Blank
            title={__("Sites are set up in the console", "ringtrail")}
            words={__(
              "Open the console of your Ringtrail server: the key this site uses is for this site.",
              "ringtrail",
            )}
          />
        </div>
      ) : (
        <Sites api={sites} server={server} />
      )}
    </>
  );
}

function Sites(props: { readonly api: SitesApi; readonly server: string }): ReactNode {
  const { api, server } = props;
  const list = useInfiniteQuery({
    queryKey: ["sites", "pages"],
    queryFn: ({ pageParam }) => api.sites({ cursor: pageParam, limit: perPage }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const pools = useQuery({ queryKey: ["pools"], queryFn: () => wholeList((page) => api.pools(page)) });
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const sites = pages.flatMap((page) => page.sites);
        return (
          <div className="rt-column rt-settings">
            <AddSiteForm api={api} isOpen={sites.length === 0} />
            {sites.length === 0 ? null : <SilenceCard api={api} />}
            {sites.map((site) => (
              <SiteCard key={site.id} api={api} site={site} pools={pools.data?.pools} server={server} />
            ))}
            <Earlier list={list}>{__("More sites", "ringtrail")}</Earlier>
          </div>
        );
      }}
    </Loaded>
  );
}
