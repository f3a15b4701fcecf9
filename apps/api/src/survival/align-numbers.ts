import { err, ok, type E164, type Result } from "@ringtrail/core";
import type { CarrierConnection, NumberRoute } from "@ringtrail/core/ports";
import type { CarrierFault } from "@ringtrail/telephony";
import { numberAddresses, type AddressGround } from "../carriers/number-addresses.ts";
import type { Deps } from "../deps.ts";
import { listRented } from "../doctor/list-rented.ts";

/** What became of one connection's numbers. */
export interface Alignment {
  /** Numbers that led elsewhere, or had another fallback, and lead here again. */
  readonly rerouted: readonly E164[];
  /** Numbers of ours the carrier does not have (any more): nobody can call them. */
  readonly absent: readonly E164[];
  /** Numbers at the carrier that are none of ours. They are left alone. */
  readonly strange: readonly E164[];
}

type Ground = AddressGround & Pick<Deps, "directory" | "carrierFor">;

/**
 * Compares every number of ours at one carrier with what it should be, fallback address included, and sets right what
 * differs: somebody changed it in the carrier's console, or our own address moved. Repeats safely.
 */
export async function alignNumbers(
  ground: Ground,
  connection: CarrierConnection,
): Promise<Result<Alignment, CarrierFault>> {
  const routes = (await ground.directory.allRoutes()).filter((route) => route.connection === connection.id);
  const carrier = ground.carrierFor(connection);
  const provider = carrier.provider(connection);
  const rented = await listRented(provider);
  if (!rented.ok) return rented;
  const ours = new Map(routes.map((route) => [route.e164, route]));
  const rerouted: E164[] = [];
  for (const number of rented.value) {
    if (!ours.has(number.e164)) continue;
    const addresses = numberAddresses(ground, connection, number.e164);
    if (carrier.isRouted(number, addresses)) continue;
    const routed = await provider.routeNumber(number.ref, addresses);
    if (!routed.ok) return err(routed.reason);
    rerouted.push(number.e164);
  }
  const there = new Set(rented.value.map(({ e164 }) => e164));
  return ok({
    rerouted,
    absent: [...ours.keys()].filter((e164) => !there.has(e164)),
    strange: [...there].filter((e164) => !ours.has(e164)),
  });
}

/** Every connection any number uses. */
export async function connectionsOf(
  directory: Pick<Deps["directory"], "allRoutes" | "connectionById">,
): Promise<readonly CarrierConnection[]> {
  const routes: readonly NumberRoute[] = await directory.allRoutes();
  const ids = [...new Set(routes.map(({ connection }) => connection))];
  return (await Promise.all(ids.map((id) => directory.connectionById(id)))).filter((found) => found !== undefined);
}
