import {
  between,
  err,
  minute,
  ok,
  type AccountId,
  type E164,
  type Instant,
  type Result,
  type SiteId,
} from "@ringtrail/core";
import { countryOf, countriesAllowed } from "./countries-allowed.ts";
import type { Deps } from "../deps.ts";
import type { NumberWorld } from "./number-world.ts";

/** How long a sign-in counts as fresh. */
const freshMs = 15 * minute;

/** Somebody wants a site's calls to go elsewhere. */
export interface NewForwarding {
  readonly account: AccountId;
  readonly site: SiteId;
  readonly destination: E164;
  readonly actor: string;
  /** When the person signed in; undefined for an API key, which never may. */
  readonly signedInAt: Instant | undefined;
}

/** Why calls go where they went. */
export type ForwardingRefused =
  | { readonly code: "sign_in_not_fresh" }
  | { readonly code: "place_unknown" }
  | { readonly code: "country_not_allowed"; readonly country: string | undefined };

/** Says whether a person signed in a moment ago: a session somebody left open or stole does not count. */
export function isFresh(signedInAt: Instant | undefined, now: Instant): boolean {
  return signedInAt !== undefined && between(signedInAt, now) <= freshMs;
}

/**
 * Forwards a site's calls to another phone, which is what a thief of a sign-in would do. So it takes a fresh sign-in,
 * goes to allowed countries only, and every owner is told: the entry in the audit log is what the mail is made of.
 */
export async function changeDestination(
  world: NumberWorld & Pick<Deps, "care">,
  wish: NewForwarding,
): Promise<Result<{ readonly destination: E164 }, ForwardingRefused>> {
  const { account, site, destination, actor } = wish;
  const now = world.now();
  if (!isFresh(wish.signedInAt, now)) return err({ code: "sign_in_not_fresh" });
  const country = countryOf(destination);
  const allowed = await countriesAllowed(world, account);
  if (country === undefined || !allowed.includes(country)) return err({ code: "country_not_allowed", country });
  const before = await world.accounts.changeDestination(account, site, destination);
  if (before === undefined) return err({ code: "place_unknown" });
  await world.snapshot.refresh();
  if (before === destination) return ok({ destination });
  const facts = { ...(await tellPhones(world, wish, before)), country, tell: "owners" };
  await world.accounts.audit(account, { actor, action: "forwarding.changed", object: site, at: now, facts });
  return ok({ destination });
}

/** The last digits tell an owner which phone it was, and nobody else anything; of a clinic's not even these are told. */
async function tellPhones(
  { care, directory }: Pick<Deps, "care" | "directory">,
  { account, site, destination }: NewForwarding,
  before: E164,
): Promise<Readonly<Record<string, string>>> {
  const own = (await directory.sitesOf(account)).find((one) => one.site === site);
  if (own?.isHealthcare !== true) return { from: before.slice(-4), to: destination.slice(-4) };
  const [fromPhone = "", toPhone = ""] = await care.namePhones(account, site, [before, destination]);
  return { fromPhone, toPhone };
}
