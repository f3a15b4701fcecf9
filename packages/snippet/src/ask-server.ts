import type { Beacon, SiteConfig, SwapRequest, SwapResponse } from "@ringtrail/api-contract";
import type { Settings } from "./settings.ts";

/** Fetches the site's configuration: cacheable, the same for every visitor of one place. @throws on any bad answer. */
export async function askConfig({ server, site }: Settings): Promise<SiteConfig> {
  return read<SiteConfig>(
    await fetch(`${server}/v1/sites/${encodeURIComponent(site)}/config`, { credentials: "omit" }),
  );
}

/** Asks for this visit's numbers. Sent as plain text, so that the browser needs no preflight. @throws on any bad answer. */
export async function askSwap({ server }: Settings, request: SwapRequest): Promise<SwapResponse> {
  const body = JSON.stringify(request);
  return read<SwapResponse>(await fetch(`${server}/v1/swap`, { method: "POST", body, credentials: "omit" }));
}

/** Tells the server what happened, even while the page goes away. Best effort: nobody waits for the answer. */
export function sendBeacon({ server }: Settings, beacon: Beacon): void {
  const url = `${server}/v1/beacon`;
  const body = JSON.stringify(beacon);
  if (navigator.sendBeacon?.(url, body)) return;
  fetch(url, { method: "POST", body, credentials: "omit", keepalive: true }).catch(() => undefined);
}

async function read<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Answer;
}
