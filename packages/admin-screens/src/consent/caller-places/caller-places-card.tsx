import type { RecordingPlaces } from "@ringtrail/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost, type AnnouncementsApi } from "../../frame/host.tsx";
import { Card } from "../../parts/card.tsx";
import { Earlier } from "../../parts/earlier.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { CallerPlaceForm } from "./caller-place-form.tsx";
import { CallerPlaceList } from "./caller-place-list.tsx";
import { PlacesFile } from "./places-file.tsx";

const key = ["caller-places"] as const;

/** Where callers and their bills are, as somebody who answers for it said. Not drawn for whoever may only read. */
export function CallerPlacesCard(props: { readonly places: RecordingPlaces }): ReactNode {
  const { announcements } = useHost();
  return announcements === undefined ? null : <Declared api={announcements} places={props.places} />;
}

function Declared(props: { readonly api: AnnouncementsApi; readonly places: RecordingPlaces }): ReactNode {
  const { api, places } = props;
  const declared = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => api.callerPlaces({ cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  return (
    <Card title={__("Where your callers are", "ringtrail")}>
      <p className="rt-soft">
        {__(
          "A number is only a hint of a place. What you know better counts from the caller's next call on, and stands in its proof with who said so and how it is known.",
          "ringtrail",
        )}
      </p>
      <Loaded query={declared}>
        {({ pages }) => (
          <CallerPlaceList
            api={api}
            listKey={key}
            places={pages.flatMap((page) => page.places)}
            isOfOneCaller={false}
          />
        )}
      </Loaded>
      <Earlier list={declared}>{__("Earlier ones", "ringtrail")}</Earlier>
      <CallerPlaceForm
        places={places}
        listKey={key}
        onDeclare={({ phone, ...said }) => api.declareCallerPlace({ phone: phone ?? "", ...said })}
        asksPhone
      />
      <PlacesFile api={api} listKey={key} />
    </Card>
  );
}
