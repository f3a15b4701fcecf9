import type { WaitingCallList } from "@ringtrail/api-contract";
import type { AccountId } from "@ringtrail/core";
import type { CreditableCall, MoneyStore, ReportPeriod } from "@ringtrail/core/ports";
import { showMoment } from "../show/show-moment.ts";

/** The calls no order has been found of, newest first. One whose worth somebody said waits for nothing. */
export async function callsWaiting(
  money: Pick<MoneyStore, "creditable">,
  account: AccountId,
  period: ReportPeriod,
  limit: number,
): Promise<WaitingCallList["calls"]> {
  const waiting: WaitingCallList["calls"] = [];
  for await (const part of money.creditable(account, period)) {
    waiting.push(...part.filter(isWaiting).map(showWaiting));
    // They come oldest first: only the last are wanted.
    waiting.splice(0, waiting.length - limit);
  }
  return waiting.toReversed();
}

function isWaiting({ value, orders, number }: CreditableCall): boolean {
  return number !== undefined && value === undefined && orders.length === 0;
}

function showWaiting({ id, rangAt, callers, sourceTouch }: CreditableCall): WaitingCallList["calls"][number] {
  const channel = (callers[0]?.touches.at(-1)?.touch ?? sourceTouch)?.channel;
  return { id, rangAt: showMoment(rangAt), ...(channel && { channel }) };
}
