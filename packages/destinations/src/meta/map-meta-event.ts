import type { Conversion } from "@ringtrail/core/attribution";
import { hashPhone } from "../ads/hash-phone.ts";

/** Where events are counted. */
export interface MetaPixel {
  /** The dataset (pixel) of the ad account. */
  readonly pixelId: string;
  /** `Contact`, `Lead`, or a name of the owner's. */
  readonly eventName: string;
  /** `v24.0` */
  readonly apiVersion: string;
  /** Shows events in the Test events tab and counts none; undefined counts. */
  readonly testEventCode: string | undefined;
}

/** One event of the Conversions API; `event_id` is what Meta tells duplicates by. */
export function mapMetaEvent({ eventName }: MetaPixel, conversion: Conversion) {
  const { id, at, click, worth, visitorKey, caller } = conversion;
  return {
    event_name: eventName,
    event_time: Math.floor(at / 1_000),
    event_id: id,
    action_source: "phone_call",
    user_data: {
      external_id: [visitorKey],
      // The click id as the `_fbc` cookie has it: version, sub-domain index, moment, id.
      ...(click?.kind === "fbclid" && { fbc: `fb.1.${click.at}.${click.id}` }),
      ...(caller && { ph: [hashPhone(caller, "digits")] }),
    },
    custom_data: { order_id: id, ...(worth && { value: worth.micros / 1e6, currency: worth.currency }) },
  } as const;
}
