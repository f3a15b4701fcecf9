import type { AccountId, E164 } from "@ringtrail/core";
import parsePhoneNumber from "libphonenumber-js/max";
import type { NumberWorld } from "./number-world.ts";

/** The country of a number (ISO 3166). +1 is many countries: the whole number tells which. Undefined for none. */
export function countryOf(e164: E164): string | undefined {
  const number = parsePhoneNumber(e164);
  // Fictional and new numbers are possible without being listed; the calling code says where they would be.
  return number?.country ?? number?.getPossibleCountries()[0];
}

/** Where an account's calls may go: what its owners allowed, else the countries of its own target numbers. */
export async function countriesAllowed(
  { numbers, directory }: Pick<NumberWorld, "numbers" | "directory">,
  account: AccountId,
): Promise<readonly string[]> {
  const { countries } = await numbers.limits(account);
  if (countries !== undefined) return countries;
  const targets = (await directory.sitesOf(account)).flatMap((site) => site.targets);
  return [...new Set(targets.map(({ e164 }) => countryOf(e164)).filter((country) => country !== undefined))];
}
