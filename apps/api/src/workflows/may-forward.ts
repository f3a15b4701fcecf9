import { err, ok, type AccountId, type E164, type Instant, type Result } from "@ringtrail/core";
import type { CallFlow } from "@ringtrail/core/call-flow";
import type { Deps } from "../deps.ts";
import { isFresh } from "../numbers/change-destination.ts";
import { countriesAllowed, countryOf } from "../numbers/countries-allowed.ts";

/** Why calls may not go to a new phone. */
export type NewPhonesRefused =
  | { readonly code: "sign_in_not_fresh" }
  | { readonly code: "country_not_allowed"; readonly country: string | undefined };

/** Phones that a flow rings and the one before it did not. */
export function newPhones(before: CallFlow, after: CallFlow): readonly E164[] {
  const known = phonesOf(before);
  return [...new Set(phonesOf(after))].filter((phone) => !known.includes(phone));
}

/** The rule of every change of where calls go: a person who has just signed in, and allowed countries only. */
export async function mayForward(
  deps: Deps,
  wish: { readonly account: AccountId; readonly phones: readonly E164[]; readonly signedInAt: Instant | undefined },
): Promise<Result<undefined, NewPhonesRefused>> {
  if (wish.phones.length === 0) return ok(undefined);
  if (!isFresh(wish.signedInAt, deps.now())) return err({ code: "sign_in_not_fresh" });
  const allowed = await countriesAllowed(deps, wish.account);
  for (const phone of wish.phones) {
    const country = countryOf(phone);
    if (country === undefined || !allowed.includes(country)) return err({ code: "country_not_allowed", country });
  }
  return ok(undefined);
}

function phonesOf({ destination, steps }: CallFlow): readonly E164[] {
  const rung = Object.values(steps?.all ?? {}).flatMap((step) => (step.kind === "ring" ? step.phones : []));
  return [destination, ...rung.map(({ phone }) => phone)];
}
