import { instant, minute, type AccountId } from "@ringtrail/core";
import type { Deps } from "../deps.ts";
import type { Round } from "../jobs/keep-round.ts";
import { releaseRested } from "./release-number.ts";
import { settleOrders } from "./settle-orders.ts";
import { watchPools } from "./watch-pools.ts";

/** What happens to numbers by themselves: lost purchases are settled, rested numbers go back, minutes are counted, full pools told of. */
export function numberRounds(deps: Deps): readonly Round[] {
  const each = (work: (account: AccountId) => Promise<void>) => async () => {
    for (const { id } of await deps.accounts.accounts()) await work(id);
  };
  return [
    { name: "settle-orders", everySeconds: 60, work: each((account) => settleOne(deps, account)) },
    { name: "release-numbers", everySeconds: 3_600, work: each((account) => releaseOne(deps, account)) },
    { name: "count-minutes", everySeconds: 3_600, work: each((account) => countMinutes(deps, account)) },
    { name: "watch-pools", everySeconds: 3_600, work: each(watchPools(deps)) },
  ];
}

async function settleOne(deps: Deps, account: AccountId): Promise<void> {
  const { bought, failed } = await settleOrders(deps, account);
  if (bought + failed > 0) deps.log.warn({ account, bought, failed }, "purchases whose answer was lost are settled");
}

async function releaseOne(deps: Deps, account: AccountId): Promise<void> {
  const released = await releaseRested(deps, account);
  if (released > 0) deps.log.info({ account, released }, "rested numbers went back to the carrier");
}

/** Entries looked through for whether owners were told this month already. */
const looks = 1_000;

/**
 * Tells owners, once a month, that their calls passed the minutes they allowed. The calls go on: a limit on spending is
 * no reason to lose a customer.
 */
export async function countMinutes(deps: Pick<Deps, "accounts" | "numbers" | "now" | "log">, account: AccountId) {
  const { mostMinutes } = await deps.numbers.limits(account);
  if (mostMinutes === undefined) return;
  const now = deps.now();
  const month = new Date(now).toISOString().slice(0, 7);
  const minutes = Math.round(
    (await deps.numbers.calledMs(account, instant(Date.parse(`${month}-01T00:00:00Z`)))) / minute,
  );
  if (minutes <= mostMinutes) return;
  const action = "minutes.limit_passed";
  const told = await deps.accounts.auditLog(account, looks);
  if (told.some((entry) => entry.action === action && entry.object === month)) return;
  const facts = { minutes, most: mostMinutes, tell: "owners" };
  await deps.accounts.audit(account, { actor: "system", action, object: month, at: now, facts });
  deps.log.warn({ account, minutes, most: mostMinutes }, "the account's calls passed their minutes");
}
