import { after, day } from "@ringtrail/core";
import type { Deps } from "../deps.ts";
import type { Round } from "../jobs/keep-round.ts";

/** How long facts and the log of their deliveries are kept: what is older cannot be sent once more. */
export const factsKeptMs = 30 * day;

/** Forgets old facts with their deliveries; the calls themselves stay. */
export function forgetRound({ accounts, destinations, now }: Pick<Deps, "accounts" | "destinations" | "now">): Round {
  const work = async (): Promise<void> => {
    for (const { id } of await accounts.accounts()) await destinations.forgetFacts(id, after(now(), -factsKeptMs));
  };
  return { name: "forget-facts", everySeconds: 86_400, work };
}
