import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { getDomain } from "tldts";
import type { AppEnv } from "../app-env.ts";
import { remember } from "../remember.ts";

/** A visit as a browser brings it back. Nothing of it is believed: the token says whether the visit goes on. */
export interface VisitBrought {
  readonly visitor: string;
  readonly visit: string;
  readonly token: string;
}

/** The cookie of one site on the pages of one registrable domain. */
export interface VisitorCookie {
  /** What the browser brought; undefined when it brought none that can be read. */
  read(): VisitBrought | undefined;
  /**
   * Keeps the visit for every sub-domain, provisionally until a person has shown signs of life. Only ever after the
   * visitor's yes.
   */
  keep(visit: VisitBrought, how: "provisional" | "firm"): void;
  clear(): void;
}

/** As long as a visit's page views are kept by default: thirteen months. Browsers allow 400 days. */
const firmSeconds = 395 * 86_400;
/** Long enough for the next page. An answer that comes too late for a visitor who changed their mind leaves no more. */
const provisionalSeconds = 600;

/**
 * The cookie by which a visitor is known on every sub-domain of a site, or undefined where it would be a third party's:
 * the page and this server must lie under one registrable domain, by the public suffix list. It is set by the server and
 * hidden from scripts, so browsers that forget what scripts store within days keep it.
 */
export function visitorCookie(c: Context<AppEnv>, siteKey: string): VisitorCookie | undefined {
  const page = URL.parse(c.req.header("origin") ?? "");
  const domain = page === null ? undefined : registrable(page.hostname).domain;
  if (page === null || domain === undefined || domain !== registrable(c.get("host")).domain) return undefined;
  if (!/^[\w-]+$/.test(siteKey)) return undefined;
  const name = `ringtrail_${siteKey}`;
  const place = { domain, path: "/", secure: page.protocol === "https:" };
  return {
    read: () => {
      const [, visitor, visit, token] = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.(.+)$/.exec(getCookie(c, name) ?? "") ?? [];
      return visitor === undefined || visit === undefined || token === undefined
        ? undefined
        : { visitor, visit, token };
    },
    keep: ({ visitor, visit, token }, how) => {
      const maxAge = how === "firm" ? firmSeconds : provisionalSeconds;
      setCookie(c, name, `${visitor}.${visit}.${token}`, { ...place, maxAge, sameSite: "Lax", httpOnly: true });
    },
    clear: () => void deleteCookie(c, name, place),
  };
}

/** The registrable domain: what browsers let a cookie be set for. Pages of one host's customers are strangers. */
const registrable = remember(2_000, (host: string) => {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return { domain: getDomain(name, { allowPrivateDomains: true }) ?? undefined };
});
