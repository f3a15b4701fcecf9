import { getDomain } from "tldts";
import { clickIds, type Landing } from "@ringtrail/core/attribution";
import { remember } from "./remember.ts";

/** A query longer than this is cut: the parameters that matter come from ads and are short. */
const mostParameters = 50;
const longestValue = 500;
/** Kept wherever they stand in a long query, because the rules ask for them. */
const known = new Set([...clickIds, "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"]);

/** A site's pages and who links to them are few hosts, asked for over and over. */
const domainOf = remember(2_000, (host: string) => ({ domain: getDomain(host) ?? undefined }));

/** Parses the addresses a page reports. Undefined when the page's own address is none we can serve. */
export function parseLanding(pageUrl: string, referrer: string): Landing | undefined {
  const page = parseUrl(pageUrl, /^https?:$/);
  if (page === undefined) return undefined;
  const query = readQuery(page.searchParams);
  // Chrome on Android names the app that opened the page: `android-app://com.google.android.gm`.
  const from = parseUrl(referrer, /^(https?|android-app):$/);
  return {
    host: page.hostname,
    path: page.pathname.slice(0, 2000),
    query,
    domain: domainOf(page.hostname).domain,
    referrerHost: from?.hostname.toLowerCase(),
    referrerDomain: from && from.protocol !== "android-app:" ? domainOf(from.hostname).domain : undefined,
  };
}

function readQuery(parameters: URLSearchParams): Readonly<Record<string, string>> {
  const kept = new Map<string, string>();
  let places = mostParameters;
  for (const [name, value] of parameters) {
    if (kept.has(name) || name.length > 100) continue;
    if (!known.has(name)) {
      if (places === 0) continue;
      places -= 1;
    }
    kept.set(storable(name), storable(value));
  }
  return Object.fromEntries(kept);
}

/** Text PostgreSQL can keep: cut without leaving half an emoji, and without the zero byte of `%00`. */
function storable(text: string): string {
  return text
    .replaceAll("\0", "")
    .slice(0, longestValue)
    .toWellFormed()
    .replace(/\uFFFD$/, "");
}

function parseUrl(text: string, protocol: RegExp): URL | undefined {
  const url = URL.parse(text);
  return url && protocol.test(url.protocol) ? url : undefined;
}
