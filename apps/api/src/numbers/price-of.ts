import { areaCode, type E164, type Result } from "@ringtrail/core";
import { err, ok } from "@ringtrail/core";
import type { CarrierConnection, Rent } from "@ringtrail/core/ports";
import { countryOf } from "./countries-allowed.ts";
import { refusedBy, type CarrierRefused, type NumberWorld } from "./number-world.ts";

/** Area codes the called party pays for (North American Numbering Plan Administrator). */
const tollFree: ReadonlySet<string> = new Set(["800", "833", "844", "855", "866", "877", "888"]);

/** What a number would cost a month, by the carrier's price list; undefined when the carrier does not say. */
export async function priceOf(
  world: Pick<NumberWorld, "carrierFor">,
  connection: CarrierConnection,
  e164: E164,
): Promise<Result<Rent | undefined, CarrierRefused>> {
  const area = areaCode(e164);
  const kind = area !== undefined && tollFree.has(area) ? "toll_free" : "local";
  const wish = { country: countryOf(e164) ?? "US", kind, areaCode: area, locality: undefined } as const;
  const offers = await world.carrierFor(connection).provider(connection).searchNumbers(wish);
  if (!offers.ok) return err(refusedBy(offers.reason));
  // Where prices differ from number to number the offer itself counts; a number that is ours already is offered no more.
  const own = offers.value.find((offer) => offer.e164 === e164) ?? offers.value[0];
  return ok(own?.price);
}
