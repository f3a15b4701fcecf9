import type { Deps } from "../deps.ts";
import type { Round } from "../jobs/keep-round.ts";

/** Adds up days that have changed, so that who opens an overview waits for none, or for today at most. */
export function addUpRound({ accounts, overviews }: Pick<Deps, "accounts" | "overviews">): Round {
  const work = async () => {
    for (const { id } of await accounts.accounts()) while ((await overviews.addUp(id)) > 0);
  };
  return { name: "add-up-days", everySeconds: 60, work };
}

/** Joins days that are over, so that whoever asks about a year does not read each of them. */
export function joinRound({ accounts, overviews }: Pick<Deps, "accounts" | "overviews">): Round {
  const work = async () => {
    for (const { id } of await accounts.accounts()) while ((await overviews.join(id)) > 0);
  };
  return { name: "join-days", everySeconds: 600, work };
}
