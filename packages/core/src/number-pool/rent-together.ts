import type { Rent } from "../ports/number-store.ts";

/**
 * Says whether one more number stays within what an account allows itself a month. A rent nobody knows, or one in
 * another currency than the limit's, cannot be added up: no such number is bought under a limit. Numbers that are
 * there already count as far as their rent is known.
 */
export function isWithinRent(
  most: Rent | undefined,
  had: readonly (Rent | undefined)[],
  next: Rent | undefined,
): boolean {
  if (most === undefined) return true;
  if (next === undefined || next.currency !== most.currency) return false;
  const spent = had.reduce((sum, rent) => sum + (rent?.currency === most.currency ? rent.cents : 0), 0);
  return spent + next.cents <= most.cents;
}
