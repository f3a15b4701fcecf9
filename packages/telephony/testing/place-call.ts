import { onTestFinished } from "vitest";
import type { NumberAddresses } from "../src/carrier-provider.ts";
import { startFakeCarrier, type FakeCallReport, type FakeCarrier } from "../src/fake/index.ts";
import { twilioProvider } from "../src/twilio/index.ts";

/** The account every test calls with. */
export const account = { sid: `AC${"0".repeat(31)}1`, token: "a secret of the test" };
export const trackingNumber = "+14155550111";
export const callerNumber = "+14155550123";

/** Starts a fake carrier whose calls run 100 times faster than life. It ends with the test. */
export async function startExchange(speed = 100): Promise<FakeCarrier> {
  const carrier = await startFakeCarrier({ speed, accounts: [{ ...account, numbers: [trackingNumber] }] });
  onTestFinished(() => carrier.stop());
  return carrier;
}

/** Tells the exchange where to ask for the tracking number's calls. */
export async function routeTo(carrier: FakeCarrier, addresses: NumberAddresses): Promise<void> {
  const provider = providerOf(carrier);
  const numbers = await provider.listNumbers(undefined);
  const ref = numbers.ok ? numbers.value.items[0]?.ref : undefined;
  const routed = await provider.routeNumber(ref ?? "", addresses);
  if (!routed.ok) throw new Error(`the number was not routed: ${routed.reason.code}`);
}

export function providerOf(carrier: FakeCarrier): ReturnType<typeof twilioProvider> {
  return twilioProvider({ apiBase: carrier.url, carrierAccount: account.sid, secret: account.token });
}

/** Places a call and waits until its last report is out. */
export async function placeCall(
  carrier: FakeCarrier,
  script: Readonly<Record<string, unknown>> = {},
): Promise<FakeCallReport> {
  const sid = await startCall(carrier, script);
  return ask(`${carrier.url}/fake/calls/${sid}?wait=done`);
}

/** Places a call and answers its sid while it still rings. */
export async function startCall(carrier: FakeCarrier, script: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const body = JSON.stringify({ from: callerNumber, to: trackingNumber, ...script });
  const headers = { "content-type": "application/json" };
  const placed = await ask<{ sid: string }>(`${carrier.url}/fake/calls`, { method: "POST", headers, body });
  return placed.sid;
}

async function ask<Answer = FakeCallReport>(url: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
