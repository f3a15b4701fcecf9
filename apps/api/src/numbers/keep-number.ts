import type { AccountId, E164 } from "@ringtrail/core";
import type { CarrierConnection, NumberPlace, Rent, RentedNumber } from "@ringtrail/core/ports";
import type { NumberWorld } from "./number-world.ts";

/** A number that is ours at the carrier and now becomes ours here. */
export interface KeptNumber {
  readonly account: AccountId;
  readonly connection: Pick<CarrierConnection, "id">;
  readonly e164: E164;
  readonly place: NumberPlace;
  /** Undefined while only we know of the number. */
  readonly carrierRef: string | undefined;
  readonly rent: Rent | undefined;
}

/** Takes a number into use and answers it as it is kept. Repeats safely. */
export async function keepNumber(world: NumberWorld, kept: KeptNumber): Promise<RentedNumber> {
  const { account, connection, e164, place, carrierRef, rent } = kept;
  await world.accounts.saveNumber(account, { ...place, connection: connection.id, e164 });
  const number = await findRented(world, kept);
  if (number === undefined) throw new Error("A number that was just kept is not there.");
  if (carrierRef !== undefined) await world.numbers.noteRent(account, number.number, { carrierRef, rent });
  await world.snapshot.refresh();
  return { ...number, carrierRef: carrierRef ?? number.carrierRef, rent: rent ?? number.rent };
}

/** The account's number on this connection, in use or not. */
export async function findRented(
  { numbers }: Pick<NumberWorld, "numbers">,
  { account, connection, e164 }: Pick<KeptNumber, "account" | "connection" | "e164">,
): Promise<RentedNumber | undefined> {
  return (await numbers.rented(account)).find((one) => one.e164 === e164 && one.connection === connection.id);
}
