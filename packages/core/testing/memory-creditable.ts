import { randomUUID } from "node:crypto";
import { netMicros, pathToCall, type VisitOnPath } from "../src/attribution/index.ts";
import { instant, type AccountId, type CallId, type Instant, type SiteId } from "../src/index.ts";
import { callsOfCounts } from "../src/healthcare/index.ts";
import type { CreditableCall, ReportPeriod } from "../src/ports/index.ts";
import type { CallRow, MemoryState, ShopOrderRow, VisitRow } from "./memory-state.ts";

/** Where a call's value lies. */
export function placeOf(account: AccountId, call: CallId): string {
  return `${account} ${call}`;
}

/** Whether something of a site happened within a time. */
export function isWithin(row: { readonly site: SiteId }, at: Instant, { site, from, before }: ReportPeriod): boolean {
  return (site === undefined || row.site === site) && at >= from && at < before;
}

/** A call with everything its credit hangs on. */
export function creditableOf(state: MemoryState, row: CallRow): CreditableCall {
  const { account, id, number, rangAt, match, sourceTouch } = row;
  const visits = state.visits.filter((visit) => visit.account === account);
  const callers = (match?.candidates ?? []).map((candidate) => {
    const visitor = visits.find((visit) => visit.id === candidate.visit)?.visitor;
    const theirs = visits.filter((visit) => visit.visitor === visitor).map(onPath);
    const { visit, probability } = candidate;
    return { visit, visitor, probability, touches: pathToCall(candidate, theirs, rangAt) };
  });
  const orders = [...state.shopOrders.values()]
    .filter((kept) => kept.account === account && kept.match?.call === id)
    .map((kept) => ({ currency: kept.order.currency, micros: netMicros(kept.order, refundedOf(state, kept)) }));
  const value = state.values.get(placeOf(account, id));
  return { id, number, rangAt, value, orders, sourceTouch, callers, returning: match?.returning ?? 0 };
}

/** The published counts of sites in healthcare mode, as calls without anything that tells one from another. */
export function countsOf(state: MemoryState, account: AccountId, period: ReportPeriod): readonly CreditableCall[] {
  const shown = state.healthcare.counts.filter(
    (row) => row.account === account && row.cut === "way" && isWithin(row, instant(Date.parse(row.lastDay)), period),
  );
  return shown.flatMap((row) => callsOfCounts(row, instant(Date.parse(row.lastDay)), () => randomUUID() as CallId));
}

/** What was given back of an order. */
export function refundedOf({ refunds }: MemoryState, { account, site, order }: ShopOrderRow): number {
  return refunds
    .filter((row) => row.account === account && row.site === site)
    .filter(({ refund }) => refund.shop === order.shop && refund.order === order.ref)
    .reduce((sum, { refund }) => sum + refund.micros, 0);
}

/** A visit as paths know it. */
export function onPath({ id, startedAt, touch, landing }: VisitRow): VisitOnPath {
  return { visit: id, startedAt, touch, landingPath: landing.path };
}
