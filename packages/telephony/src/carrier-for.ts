import type { CarrierConnection } from "@ringtrail/core/ports";
import type { Carrier } from "./carrier.ts";
import { asterisk } from "./asterisk/asterisk.ts";
import { telnyx } from "./telnyx/telnyx.ts";
import { twilio } from "./twilio/twilio.ts";

const carriers: Readonly<Record<CarrierConnection["carrier"], Carrier>> = { asterisk, telnyx, twilio, fake: twilio };

/** The carrier of a connection. The fake carrier is Twilio at another address, with other keys. */
export function carrierFor(connection: Pick<CarrierConnection, "carrier">): Carrier {
  return carriers[connection.carrier];
}
