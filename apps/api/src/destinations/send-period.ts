import { showMoment } from "../show/show-moment.ts";
import type { AccountId, Instant } from "@ringtrail/core";
import type { Deps } from "../deps.ts";

/** Sends a period's events once more, and writes down who wanted it. Undefined when there is no such destination. */
export async function sendPeriod(
  { destinations, accounts, now }: Pick<Deps, "destinations" | "accounts" | "now">,
  { account, actor, id }: { readonly account: AccountId; readonly actor: string; readonly id: string },
  period: { readonly from: Instant; readonly before: Instant },
): Promise<number | undefined> {
  if ((await destinations.destination(account, id)) === undefined) return undefined;
  const deliveries = await destinations.replayPeriod(account, id, period, now());
  const facts = { deliveries, from: showMoment(period.from), before: showMoment(period.before) };
  await accounts.audit(account, { actor, action: "deliveries.replayed", object: id, at: now(), facts });
  return deliveries;
}
