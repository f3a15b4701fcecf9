import { wholeList } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost, type AdsApi } from "../frame/host.tsx";
import { Blank } from "../parts/blank.tsx";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { AdPlatformItem } from "./ad-platform-item.tsx";
import { adsKey } from "./ads-key.ts";
import { ConsentCard } from "./consent-card.tsx";
import { FileCard } from "./file-card.tsx";
import { LedgerCard } from "./ledger-card.tsx";

/** Which ad platforms learn which ads made the phone ring, for how much, and what they know already. */
export function AdsScreen(): ReactNode {
  const { ads, adFileHref } = useHost();
  return (
    <>
      <header className="rt-head">
        <h1>{__("Ad platforms", "ringtrail")}</h1>
      </header>
      {ads === undefined ? (
        <div className="rt-card">
          <Blank
            title={__("Ad platforms are set up in the console", "ringtrail")}
            words={__("Open the console of your Ringtrail server: the key this site uses may only read.", "ringtrail")}
          />
        </div>
      ) : (
        <Platforms api={ads} hrefOf={adFileHref} />
      )}
    </>
  );
}

function Platforms(props: {
  readonly api: AdsApi;
  readonly hrefOf: ((query: Readonly<Record<string, string>>) => string) | undefined;
}): ReactNode {
  const { api, hrefOf } = props;
  const all = useQuery({ queryKey: adsKey, queryFn: () => both(api), refetchInterval: 60_000 });
  return (
    <Loaded query={all}>
      {({ platforms, sites }) => (
        <div className="rt-column">
          <Card title={__("Told by their API", "ringtrail")}>
            {sites.length === 0 ? <p className="rt-soft">{__("There is no site yet.", "ringtrail")}</p> : null}
            <ul className="rt-overrides">
              {sites.flatMap((site) =>
                (["google_ads", "ga4", "meta"] as const).map((platform) => (
                  <AdPlatformItem
                    key={`${site.id} ${platform}`}
                    api={api}
                    platform={platform}
                    site={site}
                    isOnlySite={sites.length === 1}
                    shown={platforms.find((one) => one.platform === platform && one.site === site.id)}
                  />
                )),
              )}
            </ul>
          </Card>
          <LedgerCard api={api} />
          {hrefOf === undefined || sites.length === 0 ? null : <FileCard sites={sites} hrefOf={hrefOf} />}
          <ConsentCard />
        </div>
      )}
    </Loaded>
  );
}

async function both(api: AdsApi) {
  const [{ platforms }, { sites }] = await Promise.all([
    wholeList((page) => api.adPlatforms(page)),
    wholeList((page) => api.sites(page)),
  ]);
  return { platforms, sites };
}
