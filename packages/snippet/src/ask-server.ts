import type {
  Beacon,
  BeaconEvent,
  SiteConfig,
  SnippetReport,
  SwapRequest,
  SwapResponse,
} from "@ringtrail/api-contract";
import type { SnippetSettings } from "./page-global.ts";

type Without<Key extends string, Each> = Each extends unknown ? Omit<Each, Key> : never;
/** Something that happened on the page. */
export type Happening = Without<"ago", BeaconEvent>;

let site: string;
let address: string;

/** Says which server is asked, for which site. */
export function useServer(settings: SnippetSettings): void {
  ({ site } = settings);
  address = `${(settings.server as string).replace(/\/$/, "")}/v1/`;
}

/**
 * Asks the server: for the site's configuration, which is cacheable and the same for every visitor of one place, or for
 * this visit's numbers. A text body goes out as text/plain: the browser then needs no preflight.
 * A refusal has neither targets nor numbers in it.
 *
 * @throws when there is no answer that can be read.
 */
export function askServer(path: `sites/${string}/config`): Promise<SiteConfig>;
export function askServer(path: "swap", request: Omit<SwapRequest, "site">): Promise<SwapResponse>;
export function askServer(path: "report", report: Omit<SnippetReport, "site">): Promise<unknown>;
export async function askServer(path: string, request?: object): Promise<unknown> {
  const answer = await fetch(
    address + path,
    request && { method: "POST", body: bodyOf(request), credentials: "include" },
  );
  return answer.json();
}

/** Tells the server what happened, even while the page goes away. Best effort: nobody waits for the answer. */
export function sendBeacon(beacon: Partial<Beacon>): void {
  navigator.sendBeacon(`${address}beacon`, bodyOf(beacon));
}

function bodyOf(body: object): string {
  return JSON.stringify({ site, ...body });
}
