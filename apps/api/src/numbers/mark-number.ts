import { err, ok, type AccountId, type NumberId, type Result, type Texting } from "@ringtrail/core";
import type { RentedNumber } from "@ringtrail/core/ports";
import type { NumberWorld } from "./number-world.ts";
import type { ReleaseRefused } from "./release-number.ts";

/** A number of which somebody says what it takes. */
export interface NumberMarked {
  readonly account: AccountId;
  readonly number: NumberId;
  readonly actor: string;
  readonly takes: readonly Texting[];
}

/**
 * Keeps what may be sent to a number besides calls. Its owner says so: whether texts sent to it are read by anybody is not
 * known to the carrier. Until then links that write keep the business's own number.
 */
export async function markNumber(
  world: NumberWorld,
  { account, number, actor, takes }: NumberMarked,
): Promise<Result<RentedNumber, ReleaseRefused>> {
  const known = (await world.numbers.rented(account)).find((one) => one.number === number);
  if (known === undefined) return err({ code: "number_unknown" });
  const each = [...new Set(takes)].toSorted();
  if (!(await world.numbers.markTakes(account, number, each))) return err({ code: "number_not_in_use" });
  const facts = { takes: each.join(" ") };
  await world.accounts.audit(account, { actor, action: "number.takes", object: number, at: world.now(), facts });
  return ok({ ...known, takes: each });
}
