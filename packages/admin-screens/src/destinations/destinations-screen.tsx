import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost, type DestinationsApi } from "../frame/host.tsx";
import { Blank } from "../parts/blank.tsx";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { AddDestination } from "./add-destination.tsx";
import { DeliveryLog } from "./delivery-log.tsx";
import { DestinationItem } from "./destination-item.tsx";
import { OwnQuietHours } from "./own-quiet-hours.tsx";
import { destinationsKey } from "./destinations-key.ts";

/** Where what happens to calls is sent, and what came of each sending. */
export function DestinationsScreen(): ReactNode {
  const { destinations } = useHost();
  return (
    <>
      <header className="rt-head">
        <h1>{__("Destinations", "ringtrail")}</h1>
      </header>
      {destinations === undefined ? (
        <div className="rt-card">
          <Blank
            title={__("Destinations are set up in the console", "ringtrail")}
            words={__("Open the console of your Ringtrail server: the key this site uses may only read.", "ringtrail")}
          />
        </div>
      ) : (
        <Places api={destinations} />
      )}
    </>
  );
}

function Places(props: { readonly api: DestinationsApi }): ReactNode {
  const { api } = props;
  // A destination that fails says so within half a minute.
  const places = useQuery({
    queryKey: destinationsKey,
    queryFn: () => api.destinations(),
    refetchInterval: 30_000,
  });
  return (
    <Loaded query={places}>
      {({ destinations }) => (
        <div className="rt-column">
          <Card title={__("Where events are sent", "ringtrail")}>
            {destinations.length === 0 ? (
              <p className="rt-soft">
                {__(
                  "Nowhere yet. A webhook tells your own server of every call; mail and Slack tell people of a missed one.",
                  "ringtrail",
                )}
              </p>
            ) : (
              <ul className="rt-overrides">
                {destinations.map((one) => (
                  <DestinationItem key={one.id} api={api} destination={one} />
                ))}
              </ul>
            )}
            <AddDestination api={api} />
          </Card>
          <OwnQuietHours api={api} />
          <DeliveryLog api={api} destinations={destinations} />
        </div>
      )}
    </Loaded>
  );
}
