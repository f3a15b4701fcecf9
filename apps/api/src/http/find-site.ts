import type { Context } from "hono";
import { err, ok, type Result } from "@ringtrail/core";
import type { SiteSettings } from "@ringtrail/core/ports";
import type { AppEnv } from "../app-env.ts";
import { isAllowedOrigin } from "./allow-origins.ts";
import { allowCors } from "./allow-cors.ts";
import type { PublicReason } from "./public-reason.ts";

/** How the public doors find a site and what they know of themselves. */
export interface SiteDoor {
  readonly findSite: (key: string) => Promise<SiteSettings | undefined>;
  readonly publicUrl: string;
}

/**
 * The site of this key, if the page that asks may use it. Browsers name a page's origin on every POST; a GET from the
 * same origin or from a program has none, which `originless` allows.
 */
export async function findSiteFor(
  c: Context<AppEnv>,
  door: SiteDoor,
  key: string,
  originless: "allowed" | "refused",
): Promise<Result<SiteSettings, PublicReason>> {
  const site = await door.findSite(key);
  if (site?.isHealthcare === true) c.set("isClinicsPage", true);
  const origin = c.req.header("origin");
  if (site === undefined) {
    // The owner reads this in the browser's console while setting up; there is nothing secret in it.
    allowCors(c, "*");
    return err({ code: "site_unknown" });
  }
  if (origin === undefined) return originless === "allowed" ? ok(site) : foreign("no Origin header was sent");
  if (!isAllowedOrigin(origin, site, door.publicUrl)) return foreign(origin);
  allowCors(c, origin);
  return ok(site);
}

function foreign(origin: string): Result<SiteSettings, PublicReason> {
  return err({ code: "origin_not_allowed", origin: origin.slice(0, 200) });
}
