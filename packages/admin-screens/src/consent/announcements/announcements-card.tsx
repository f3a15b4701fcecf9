import { type RecordingPlaces, wholeList } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost, type AnnouncementsApi } from "../../frame/host.tsx";
import { Card } from "../../parts/card.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { SiteAnnouncements } from "./site-announcements.tsx";

/** What callers are told before they are recorded, for every site. */
export function AnnouncementsCard(props: { readonly places: RecordingPlaces }): ReactNode {
  const { announcements } = useHost();
  return (
    <Card title={__("What callers are told", "ringtrail")}>
      {announcements === undefined ? (
        <p className="rt-soft">
          {__(
            "Announcements are written by whoever manages Ringtrail here, or in the console of your Ringtrail server, under Recording consent. You may only read.",
            "ringtrail",
          )}
        </p>
      ) : (
        <Sites api={announcements} places={props.places} />
      )}
    </Card>
  );
}

function Sites(props: { readonly api: AnnouncementsApi; readonly places: RecordingPlaces }): ReactNode {
  const { api, places } = props;
  const sites = useQuery({ queryKey: ["sites"], queryFn: () => wholeList((page) => api.sites(page)) });
  return (
    <Loaded query={sites}>
      {(shown) =>
        shown.sites.length === 0 ? (
          <p className="rt-soft">{__("No sites yet. The first one brings its announcement with it.", "ringtrail")}</p>
        ) : (
          shown.sites.map((site) => <SiteAnnouncements key={site.id} api={api} site={site} places={places} />)
        )
      }
    </Loaded>
  );
}
