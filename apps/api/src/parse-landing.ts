import { getDomain } from "tldts";
import type { Landing } from "@ringtrail/core/attribution";

/** A query longer than this is cut: the parameters that matter come from ads and are short. */
const mostParameters = 50;
const longestValue = 500;

/** Parses the addresses a page reports. Undefined when the page's own address is none we can serve. */
export function parseLanding(pageUrl: string, referrer: string): Landing | undefined {
  const page = parseUrl(pageUrl, /^https?:$/);
  if (page === undefined) return undefined;
  const query: Record<string, string> = {};
  for (const [name, value] of [...page.searchParams].slice(0, mostParameters)) {
    if (!Object.hasOwn(query, name) && name.length <= 100) query[name] = value.slice(0, longestValue);
  }
  // Chrome on Android names the app that opened the page: `android-app://com.google.android.gm`.
  const from = parseUrl(referrer, /^(https?|android-app):$/);
  return {
    host: page.hostname,
    path: page.pathname.slice(0, 2000),
    query,
    domain: getDomain(page.hostname) ?? undefined,
    referrerHost: from?.hostname.toLowerCase(),
    referrerDomain: from && from.protocol !== "android-app:" ? (getDomain(from.hostname) ?? undefined) : undefined,
  };
}

function parseUrl(text: string, protocol: RegExp): URL | undefined {
  const url = URL.parse(text);
  return url && protocol.test(url.protocol) ? url : undefined;
}
