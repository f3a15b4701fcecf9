import type { Beacon, SiteConfig, SwapRequest, SwapResponse } from "@ringtrail/api-contract";
import type { Settings } from "./settings.ts";

/** Fetches the site's configuration: cacheable, the same for every visitor of one place. @throws on any bad answer. */
export function askConfig({ server, site }: Settings): Promise<SiteConfig> {
  return ask(`${server}/v1/sites/${encodeURIComponent(site)}/config`) as Promise<SiteConfig>;
}

/** Asks for this visit's numbers. @throws on any bad answer. */
export function askSwap({ server }: Settings, request: SwapRequest): Promise<SwapResponse> {
  return ask(`${server}/v1/swap`, JSON.stringify(request)) as Promise<SwapResponse>;
}

/** Tells the server what happened, even while the page goes away. Best effort: nobody waits for the answer. */
export function sendBeacon({ server }: Settings, beacon: Beacon): void {
  const url = `${server}/v1/beacon`;
  const body = JSON.stringify(beacon);
  if (!navigator.sendBeacon(url, body)) ask(url, body).catch(() => undefined);
}

/** A text body goes out as text/plain: the browser then needs no preflight. */
async function ask(url: string, body?: string): Promise<unknown> {
  const method = body ? "POST" : "GET";
  const answer = await fetch(url, { method, body, keepalive: true, credentials: "omit" });
  if (!answer.ok) throw answer;
  return answer.json();
}
