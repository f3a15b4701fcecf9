import type { Conversion } from "@ringtrail/core/attribution";
import { hashPhone } from "../ads/hash-phone.ts";

/** Where events are counted. */
export interface Ga4Stream {
  /** `G-XXXXXXXXXX` */
  readonly measurementId: string;
  /** `generate_lead`, or a name of the owner's. */
  readonly eventName: string;
}

/**
 * One request of the Measurement Protocol. The visitor's own `_ga` id is never read, so GA4 counts the call and its
 * value, for a user of its own, and joins it to no session. Source: developers.google.com, GA4 Measurement Protocol.
 */
export function mapGa4Event({ eventName }: Ga4Stream, { id, at, worth, visitorKey, saidYes, caller }: Conversion) {
  return {
    client_id: clientId(visitorKey),
    timestamp_micros: at * 1_000,
    consent: { ad_user_data: saidYes ? "GRANTED" : "DENIED", ad_personalization: "DENIED" },
    ...(caller && { user_data: { sha256_phone_number: [hashPhone(caller, "e164")] } }),
    events: [
      {
        name: eventName,
        params: {
          transaction_id: id,
          ...(worth && { value: worth.micros / 1e6, currency: worth.currency }),
        },
      },
    ],
  } as const;
}

/** Two numbers with a point, as the `_ga` cookie has them. */
function clientId(visitorKey: string): string {
  return `${Number.parseInt(visitorKey.slice(0, 8), 16)}.${Number.parseInt(visitorKey.slice(8, 16), 16)}`;
}
