import { err, ok, type Result } from "@ringtrail/core";
import type {
  CarrierConnection,
  NumberLimitReached,
  NumberOrder,
  Rent,
  RentedNumber,
  SpendLimitReached,
} from "@ringtrail/core/ports";
import type { CarrierFault } from "@ringtrail/telephony";
import { numberAddresses } from "../carriers/number-addresses.ts";
import { findRented, keepNumber, type KeptNumber } from "./keep-number.ts";
import { priceOf } from "./price-of.ts";
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
  | SpendLimitReached
  /** It costs more than what was agreed to. */
  | { readonly code: "price_changed"; readonly now: Rent }
  | CarrierRefused
  | { readonly code: "number_not_available" }
  /** The order stays open and is settled by the carrier's list. */
  | { readonly code: "purchase_unsure" };

/**
 * Rents a number: looks whether it still costs what was shown, writes the order down, asks the carrier once, keeps the
 * number. Asked for twice it is rented once,
 * whatever was lost in between: an order that is open or a number that is already at the carrier is finished, not
 * bought again.
 */
export async function buyNumber(
  world: NumberWorld,
  wanted: NumberWanted,
): Promise<Result<RentedNumber, PurchaseRefused>> {
  const { account, connection, e164, place, actor } = wanted;
  const had = await findRented(world, wanted);
  if (had !== undefined && had.restsUntil === undefined) return ok(had);
  const price = await priceOf(world, connection, e164);
  if (!price.ok) return price;
  const rent = price.value ?? wanted.rent;
  if (wanted.rent !== undefined && rent !== undefined && isDearer(rent, wanted.rent)) {
    return err({ code: "price_changed", now: rent });
  }
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

/** A price in another currency cannot be told to be less. */
function isDearer(now: Rent, agreed: Rent): boolean {
  return now.currency !== agreed.currency || now.cents > agreed.cents;
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
