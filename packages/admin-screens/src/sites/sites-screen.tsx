import { useQuery } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { useHost, type SitesApi } from "../frame/host.tsx";
import { Blank } from "../parts/blank.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { AddSiteForm } from "./add-site-form.tsx";
import { SilenceCard } from "./silence-card.tsx";
import { SiteCard } from "./site-card.tsx";

/** So many are drawn at once: each asks every few seconds what was seen of its pages. */
const atOnce = 20;

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
  const [drawn, setDrawn] = useState(atOnce);
  const sites = useQuery({ queryKey: ["sites"], queryFn: () => api.sites() });
  const pools = useQuery({ queryKey: ["pools"], queryFn: () => api.pools() });
  return (
    <Loaded query={sites}>
      {(shown) => (
        <div className="rt-column rt-settings">
          <AddSiteForm api={api} isOpen={shown.sites.length === 0} />
          {shown.sites.length === 0 ? null : <SilenceCard api={api} />}
          {shown.sites.slice(0, drawn).map((site) => (
            <SiteCard key={site.id} api={api} site={site} pools={pools.data?.pools} server={server} />
          ))}
          {shown.sites.length <= drawn ? null : (
            <Button variant="secondary" onClick={() => setDrawn(drawn + atOnce)} __next40pxDefaultSize>
              {
                /* translators: %d: how many sites are not shown yet. */
                sprintf(__("Show more of %d other sites", "ringtrail"), shown.sites.length - drawn)
              }
            </Button>
          )}
        </div>
      )}
    </Loaded>
  );
}
