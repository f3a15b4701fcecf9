import type { DestinationShown } from "@ringtrail/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { DestinationsApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { DeliveryRow } from "./delivery-row.tsx";
import { stateWords } from "./delivery-words.ts";
import { deliveriesKey } from "./destinations-key.ts";
import { Earlier } from "../parts/earlier.tsx";

const states = ["waiting", "delivered", "dead", "skipped"] as const;
const perPage = 25;

/** What was sent, newest first, each with its request and every answer. */
export function DeliveryLog(props: {
  readonly api: DestinationsApi;
  readonly destinations: readonly DestinationShown[];
}): ReactNode {
  const { api, destinations } = props;
  const [destination, setDestination] = useState<string | undefined>(undefined);
  const [state, setState] = useState<(typeof states)[number] | undefined>(undefined);
  const log = useInfiniteQuery({
    queryKey: [...deliveriesKey, destination, state],
    queryFn: ({ pageParam }) => api.deliveries({ cursor: pageParam, limit: perPage, destination, state }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 15_000,
  });
  return (
    <Card title={__("What was sent", "ringtrail")} aside={__("Kept for 30 days", "ringtrail")}>
      <div className="rt-wording-pair">
        <Field label={__("Sent to", "ringtrail")}>
          {(attributes) => (
            <select
              {...attributes}
              value={destination ?? ""}
              onChange={({ target: { value } }) => setDestination(value === "" ? undefined : value)}
            >
              <option value="">{__("Every destination", "ringtrail")}</option>
              {destinations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={__("What became of it", "ringtrail")}>
          {(attributes) => (
            <select
              {...attributes}
              value={state ?? ""}
              onChange={({ target: { value } }) => setState(states.find((one) => one === value))}
            >
              <option value="">{__("Anything", "ringtrail")}</option>
              {states.map((one) => (
                <option key={one} value={one}>
                  {stateWords(one).words}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Loaded query={log}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.deliveries);
          return rows.length === 0 ? (
            <p className="rt-soft rt-log-empty">
              {destination === undefined && state === undefined
                ? __("Nothing yet. The next call, or a test, appears here.", "ringtrail")
                : __("Nothing like that was sent.", "ringtrail")}
            </p>
          ) : (
            <ul className="rt-log">
              {rows.map((one) => (
                <DeliveryRow
                  key={one.id}
                  api={api}
                  delivery={one}
                  to={destinations.find(({ id }) => id === one.destination)?.name}
                />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <Earlier list={log}>{__("Earlier ones", "ringtrail")}</Earlier>
    </Card>
  );
}
