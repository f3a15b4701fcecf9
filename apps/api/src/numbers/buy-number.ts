import { err, ok, type Result } from "@ringtrail/core";
import type { CarrierConnection, NumberLimitReached, NumberOrder, RentedNumber } from "@ringtrail/core/ports";
import type { CarrierFault } from "@ringtrail/telephony";
import { numberAddresses } from "../carriers/number-addresses.ts";
import { findRented, keepNumber, type KeptNumber } from "./keep-number.ts";
import { refusedBy, type CarrierRefused, type NumberWorld } from "./number-world.ts";

/** A number somebody wants to rent. */
export type NumberWanted = Omit<KeptNumber, "connection" | "carrierRef"> & {
  readonly connection: CarrierConnection;
  /** Named in the audit log. */
  readonly actor: string;
};

/** Why no number was rented. */
export type PurchaseRefused =
  | NumberLimitReached
  | CarrierRefused
  | { readonly code: "number_not_available" }
  /** The order stays open and is settled by the carrier's list. */
  | { readonly code: "purchase_unsure" };

/**
 * Rents a number: writes the order down, asks the carrier once, keeps the number. Asked for twice it is rented once,
 * whatever was lost in between: an order that is open or a number that is already at the carrier is finished, not
 * bought again.
 */
export async function buyNumber(
  world: NumberWorld,
  wanted: NumberWanted,
): Promise<Result<RentedNumber, PurchaseRefused>> {
  const { account, connection, e164, place, rent, actor } = wanted;
  const had = await findRented(world, wanted);
  if (had !== undefined && had.restsUntil === undefined) return ok(had);
  const id = world.newId<string>();
  const opened = await world.numbers.openOrder(account, {
    id,
    connection: connection.id,
    e164,
    place,
    rent,
    askedAt: world.now(),
  });
  if (!opened.ok) return opened;
  const order = opened.value;
  const provider = world.carrierFor(connection).provider(connection);
  const there = await provider.findNumber(e164);
  if (!there.ok) return giveUp(world, wanted, order, there.reason);
  if (there.value === undefined && order.id !== id) return err({ code: "purchase_unsure" });
  const bought =
    there.value === undefined
      ? await provider.buyNumber(e164, numberAddresses(world, connection, e164))
      : await provider.routeNumber(there.value.ref, numberAddresses(world, connection, e164));
  if (!bought.ok) return giveUp(world, wanted, order, bought.reason);
  return ok(await finishOrder(world, { ...wanted, ...order, connection, actor }, bought.value.ref));
}

/** Keeps the number of an order that the carrier has carried out, and closes the order. Repeats safely. */
export async function finishOrder(
  world: NumberWorld,
  order: NumberWanted & Pick<NumberOrder, "id">,
  carrierRef: string,
): Promise<RentedNumber> {
  const { account, id, actor, rent } = order;
  const number = await keepNumber(world, { ...order, carrierRef });
  await world.numbers.settleOrder(account, id, "bought", world.now());
  const facts = { connection: order.connection.id, ...(rent && { cents: rent.cents, currency: rent.currency }) };
  await world.accounts.audit(account, {
    actor,
    action: "number.rented",
    object: number.number,
    at: world.now(),
    facts,
  });
  return number;
}

/** A refusal closes the order. A lost answer leaves it open: only the carrier's list can tell. */
async function giveUp(
  world: NumberWorld,
  { account }: NumberWanted,
  { id }: NumberOrder,
  fault: CarrierFault,
): Promise<Result<never, PurchaseRefused>> {
  if (fault.code === "carrier_unsure") return err({ code: "purchase_unsure" });
  await world.numbers.settleOrder(account, id, "failed", world.now());
  const isTaken = fault.code === "carrier_refused" && takenCodes.has(fault.carrierCode ?? 0);
  return err(isTaken ? { code: "number_not_available" } : refusedBy(fault));
}

/** Twilio's numbers for a phone number that cannot be bought: invalid, not available, no longer available. */
const takenCodes: ReadonlySet<number> = new Set([21_404, 21_421, 21_422, 21_452]);
