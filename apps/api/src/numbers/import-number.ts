import { err, ok, type Result } from "@ringtrail/core";
import type { RentedNumber } from "@ringtrail/core/ports";
import { numberAddresses } from "../carriers/number-addresses.ts";
import type { NumberWanted } from "./buy-number.ts";
import { keepNumber } from "./keep-number.ts";
import { refusedBy, type CarrierRefused, type NumberWorld } from "./number-world.ts";

/** Why a number was not imported. */
export type ImportRefused = CarrierRefused | { readonly code: "number_not_at_carrier" };

/**
 * Takes a number into use that the carrier's account rents already: known here first, so that no call meets a server
 * that does not know it, and then led here. Repeats safely.
 */
export async function importNumber(
  world: NumberWorld,
  wanted: NumberWanted,
): Promise<Result<RentedNumber, ImportRefused>> {
  const { account, connection, e164, actor } = wanted;
  const carrier = world.carrierFor(connection);
  const provider = carrier.provider(connection);
  const found = await provider.findNumber(e164);
  if (!found.ok) return err(refusedBy(found.reason));
  if (found.value === undefined) return err({ code: "number_not_at_carrier" });
  const number = await keepNumber(world, { ...wanted, carrierRef: found.value.ref });
  const routed =
    carrier.isOwnPbx === true
      ? ok(undefined)
      : await provider.routeNumber(found.value.ref, numberAddresses(world, connection, e164));
  if (!routed.ok) return err(refusedBy(routed.reason));
  const facts = { connection: connection.id };
  await world.accounts.audit(account, {
    actor,
    action: "number.imported",
    object: number.number,
    at: world.now(),
    facts,
  });
  return ok(number);
}
