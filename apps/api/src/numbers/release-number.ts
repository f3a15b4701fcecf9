import { after, day, err, ok, type AccountId, type NumberId, type Result } from "@ringtrail/core";
import type { RentedNumber } from "@ringtrail/core/ports";
import type { NumberWorld } from "./number-world.ts";

/** Why a number cannot be given back. */
export interface ReleaseRefused {
  readonly code: "number_unknown" | "number_not_in_use";
}

/** A number somebody gives back. */
export interface NumberUnwanted {
  readonly account: AccountId;
  readonly number: NumberId;
  readonly actor: string;
}

/**
 * Lets a number rest: nobody is shown it from now on, its calls still reach the business, and after the account's
 * resting time it goes back to the carrier. Who wrote the number down can call it meanwhile, and so can a robot, which
 * betrays itself.
 */
export async function restNumber(
  world: NumberWorld,
  { account, number, actor }: NumberUnwanted,
): Promise<Result<RentedNumber, ReleaseRefused>> {
  const known = (await world.numbers.rented(account)).find((one) => one.number === number);
  if (known === undefined) return err({ code: "number_unknown" });
  const { restDays } = await world.numbers.limits(account);
  const restsUntil = after(world.now(), restDays * day);
  if (!(await world.numbers.rest(account, number, restsUntil))) return err({ code: "number_not_in_use" });
  await world.snapshot.refresh();
  const facts = { days: restDays };
  await world.accounts.audit(account, { actor, action: "number.rests", object: number, at: world.now(), facts });
  return ok({ ...known, restsUntil });
}

/** Gives back every number of the account that has rested long enough. Answers how many. Repeats safely. */
export async function releaseRested(world: NumberWorld, account: AccountId): Promise<number> {
  const now = world.now();
  let released = 0;
  for (const number of await world.numbers.rented(account)) {
    const { restsUntil, releasedAt } = number;
    if (restsUntil === undefined || restsUntil > now || releasedAt !== undefined) continue;
    if (await giveBack(world, account, number)) released += 1;
  }
  if (released > 0) await world.snapshot.refresh();
  return released;
}

/** At the carrier first: as long as it rents the number to us, its calls must lead somewhere. */
async function giveBack(
  world: NumberWorld,
  account: AccountId,
  { number, e164, ...kept }: RentedNumber,
): Promise<boolean> {
  const connection = await world.directory.connectionById(kept.connection);
  if (connection === undefined) return false;
  const provider = world.carrierFor(connection).provider(connection);
  const found = await provider.findNumber(e164);
  if (!found.ok) return false;
  const gone = found.value === undefined ? ok(undefined) : await provider.releaseNumber(found.value.ref);
  if (!gone.ok) {
    world.log.warn({ connection: connection.id, code: gone.reason.code }, "a rested number could not be given back");
    return false;
  }
  if (!(await world.numbers.release(account, number, world.now()))) return false;
  const entry = { actor: "system", action: "number.released", object: number, at: world.now(), facts: {} };
  await world.accounts.audit(account, entry);
  return true;
}
