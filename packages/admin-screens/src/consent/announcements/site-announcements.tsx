import type { RecordingPlaces, SiteSummary } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useId, type ReactNode } from "react";
import { LoadedFlow } from "../../flows/loaded-flow.tsx";
import type { AnnouncementsApi } from "../../frame/host.tsx";
import { Pill } from "../../parts/pill.tsx";
import { AnnouncementForm } from "./announcement-form.tsx";
import { CannotList } from "./cannot-list.tsx";
import { flowKey } from "./flow-key.ts";

/** One site: whether its callers are told, and the words. */
export function SiteAnnouncements(props: {
  readonly api: AnnouncementsApi;
  readonly site: SiteSummary;
  readonly places: RecordingPlaces;
}): ReactNode {
  const { api, site, places } = props;
  const flow = useQuery({ queryKey: flowKey(site.id), queryFn: () => api.callFlow(site.id) });
  const id = useId();
  return (
    <section className="rt-site-words" aria-labelledby={id}>
      <div className="rt-site-words-head">
        <h3 id={id}>{site.name}</h3>
        {flow.data === undefined ? null : <ToldPill {...flow.data.flow} />}
      </div>
      <LoadedFlow site={site} query={flow} place="recording-consent">
        {(kept) => (
          <>
            {kept.flow.recordingWanted ? null : (
              <p className="rt-soft">
                {__("Calls of this site are not recorded, so nothing is announced at present.", "ringtrail")}
              </p>
            )}
            <CannotList cannot={kept.cannot} />
            <AnnouncementForm api={api} site={site.id} kept={kept} places={places} />
          </>
        )}
      </LoadedFlow>
    </section>
  );
}

function ToldPill(props: { readonly recordingWanted: boolean; readonly silence?: object | undefined }): ReactNode {
  if (!props.recordingWanted) return <Pill tone="plain">{__("Not recorded", "ringtrail")}</Pill>;
  return props.silence === undefined ? (
    <Pill tone="good">{__("Callers are told", "ringtrail")}</Pill>
  ) : (
    <Pill tone="busy">{__("Silent where that is lawful", "ringtrail")}</Pill>
  );
}
