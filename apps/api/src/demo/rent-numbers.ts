import type { ConnectionId } from "@ringtrail/core";
import type { CarrierProvider } from "@ringtrail/telephony";
import type { FakeCarrierFacts } from "./fake-carrier-file.ts";

/** Where the carrier asks and reports for the demo's numbers. */
export interface DemoDoors {
  readonly publicUrl: string;
  readonly connection: ConnectionId;
}

/** Rents the demo's numbers at the fake carrier, as one does at Twilio, and tells it where to ask for their calls. */
export async function rentNumbers(
  carrier: FakeCarrierFacts,
  provider: Pick<CarrierProvider, "routeNumber" | "listNumbers">,
  numbers: readonly string[],
  { publicUrl, connection }: DemoDoors,
): Promise<void> {
  const rented = new Map<string, string>();
  let page: string | undefined;
  do {
    const listed = await provider.listNumbers(page);
    if (!listed.ok) throw new Error(`the fake carrier does not list its numbers: ${listed.reason.code}`);
    for (const number of listed.value.items) rented.set(number.e164, number.ref);
    page = listed.value.next;
  } while (page !== undefined);
  for (const number of numbers) {
    const ref = rented.get(number) ?? (await rent(carrier, number));
    const base = `${publicUrl}/carriers/twilio/${connection}`;
    const routed = await provider.routeNumber(ref, {
      voiceUrl: `${base}/voice`,
      fallbackUrl: `${publicUrl}/fallback/${number.slice(1)}.twilio`,
      statusUrl: `${base}/status`,
    });
    if (!routed.ok) throw new Error(`the fake carrier does not route ${number}: ${routed.reason.code}`);
  }
}

/** Rents one number by Twilio's own request, and answers the carrier's id of it. */
async function rent({ url, account, secret }: FakeCarrierFacts, number: string): Promise<string> {
  const answer = await fetch(`${url}/2010-04-01/Accounts/${account}/IncomingPhoneNumbers.json`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${account}:${secret}`).toString("base64")}` },
    body: new URLSearchParams({ PhoneNumber: number }),
    signal: AbortSignal.timeout(5_000),
  });
  const body: unknown = await answer.json();
  if (answer.ok && typeof body === "object" && body !== null && "sid" in body) return String(body.sid);
  throw new Error(`the fake carrier does not rent ${number}: ${answer.status}`);
}
