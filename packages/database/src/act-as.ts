import type { Sql } from "postgres";

/** The roles of the server: none sees the tables of another. */
export type Side = "ringtrail_api" | "ringtrail_care" | "ringtrail_glass";

const sides: readonly string[] = ["ringtrail_api", "ringtrail_care", "ringtrail_glass"] satisfies readonly Side[];

/**
 * Runs a piece of a transaction as one role of the server, and goes back to what it acted as. For work that must be kept
 * whole or not at all on both sides; whoever reads takes a connection of that side.
 */
export async function actAs<Answer>(transaction: Sql, side: Side, work: () => Promise<Answer>): Promise<Answer> {
  const [before] = await transaction<{ readonly role: string }[]>`select current_user as role`;
  if (before?.role === side) return work();
  // A role is a name and no value, so it cannot be a parameter.
  await transaction.unsafe(`set local role ${side}`);
  const answer = await work();
  // After a failure the transaction is undone, and the role with it.
  const back = before !== undefined && sides.includes(before.role) ? before.role : "ringtrail_api";
  await transaction.unsafe(`set local role ${back}`);
  return answer;
}
