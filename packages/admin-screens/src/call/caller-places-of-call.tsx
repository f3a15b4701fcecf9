import type { CallDetail } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { CallerPlaceForm } from "../consent/caller-places/caller-place-form.tsx";
import { CallerPlaceList } from "../consent/caller-places/caller-place-list.tsx";
import { useHost, type AnnouncementsApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";

/** Where this call's caller is, as somebody declares it. Not drawn of who withheld the number, or for who may only read. */
export function CallerPlacesOfCall(props: { readonly call: CallDetail }): ReactNode {
  const { announcements } = useHost();
  const { id, caller } = props.call;
  if (announcements === undefined || caller?.number === undefined) return null;
  return <Declared api={announcements} call={id} />;
}

function Declared(props: { readonly api: AnnouncementsApi; readonly call: string }): ReactNode {
  const { api: read } = useHost();
  const { api, call } = props;
  const key = ["places-of-call", call];
  const declared = useQuery({ queryKey: key, queryFn: () => api.placesOfCall(call) });
  const places = useQuery({
    queryKey: ["recording-places", undefined],
    queryFn: () => read.recordingPlaces(),
    staleTime: 60_000,
  });
  return (
    <Card title={__("Where this caller is", "ringtrail")}>
      <p className="rt-soft">
        {__("What you declare counts from this caller's next call on. This call stays as it was decided.", "ringtrail")}
      </p>
      <Loaded query={declared}>
        {(shown) => <CallerPlaceList api={api} listKey={key} places={shown.places} isOfOneCaller />}
      </Loaded>
      <Loaded query={places}>
        {(shown) => (
          <details className="rt-how">
            <summary>{__("Declare a place", "ringtrail")}</summary>
            <CallerPlaceForm
              places={shown}
              listKey={key}
              onDeclare={({ phone: _phone, ...said }) => api.declarePlaceOfCall(call, said)}
              asksPhone={false}
            />
          </details>
        )}
      </Loaded>
    </Card>
  );
}
