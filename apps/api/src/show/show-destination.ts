import type { DeliveryShown, DestinationShown } from "@ringtrail/api-contract";
import type { Delivery, Destination } from "@ringtrail/core/ports";
import { showMaybe, showMoment } from "./show-moment.ts";

/** A destination as its owner sees it. */
export function showDestination(destination: Destination): DestinationShown {
  const { id, kind, name, isOn, facts, site, settings, failures, failingSince, createdAt } = destination;
  return {
    id,
    kind,
    name,
    isOn,
    site,
    failures,
    facts: [...facts],
    settings: { ...settings },
    failingSince: showMaybe(failingSince),
    createdAt: showMoment(createdAt),
  };
}

/** A delivery with everything that was sent and answered. */
export function showDelivery({ fact, tries, createdAt, dueAt, ...delivery }: Delivery): DeliveryShown {
  const { id, kind, subject, sequence, at } = fact;
  return {
    ...delivery,
    event: { id, type: kind, subject, sequence, at: showMoment(at) },
    createdAt: showMoment(createdAt),
    dueAt: showMaybe(dueAt),
    tries: tries.map((one) => ({ ...one, at: showMoment(one.at) })),
  };
}
