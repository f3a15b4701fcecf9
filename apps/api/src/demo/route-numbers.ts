import type { ConnectionId } from "@ringtrail/core";
import type { CarrierProvider } from "@ringtrail/telephony";

/** Where the carrier asks and reports for the demo's numbers. */
export interface DemoDoors {
  readonly publicUrl: string;
  readonly connection: ConnectionId;
}

/** Tells the carrier where to ask for the calls of every number of the account, as one does at Twilio. */
export async function routeNumbers(
  provider: Pick<CarrierProvider, "routeNumber" | "listNumbers">,
  { publicUrl, connection }: DemoDoors,
): Promise<void> {
  const base = `${publicUrl}/carriers/twilio/${connection}`;
  let page: string | undefined;
  do {
    const listed = await provider.listNumbers(page);
    if (!listed.ok) throw new Error(`the carrier does not list its numbers: ${listed.reason.code}`);
    for (const { ref, e164 } of listed.value.items) {
      const routed = await provider.routeNumber(ref, {
        voiceUrl: `${base}/voice`,
        fallbackUrl: `${publicUrl}/fallback/${e164.slice(1)}.twilio`,
        statusUrl: `${base}/status`,
      });
      if (!routed.ok) throw new Error(`the carrier does not route a number: ${routed.reason.code}`);
    }
    page = listed.value.next;
  } while (page !== undefined);
}
