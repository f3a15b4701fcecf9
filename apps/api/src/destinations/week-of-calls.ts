import { after, day, type AccountId, type Instant } from "@ringtrail/core";
import { isVoicemail } from "@ringtrail/core/call-flow";
import type { CallSummary } from "@ringtrail/core/ports";
import type { WeekOfCalls } from "@ringtrail/destinations";
import type { Deps } from "../deps.ts";

const week = 7 * day;

/** Counts the week that ends before an instant, by somebody's own days, and the calls of the week before it. */
export async function weekOfCalls(
  deps: Pick<Deps, "calls" | "money">,
  account: AccountId,
  before: Instant,
  timeZone: string,
): Promise<WeekOfCalls> {
  const from = after(before, -week);
  const calls = await callsOf(deps, account, from, before);
  const dayOf = (at: Instant) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(at);
  const names = Array.from({ length: 7 }, (_one, nth) => dayOf(after(from, nth * day + day / 2)));
  const missed = calls.filter(isMissed);
  return {
    from: names[0] ?? "",
    to: names[6] ?? "",
    calls: calls.length,
    missed: missed.length,
    voicemails: calls.filter(({ state }) => isVoicemail(state)).length,
    callsBefore: (await callsOf(deps, account, after(from, -week), from)).length,
    days: names.map((name) => ({
      day: name,
      calls: calls.filter(({ rangAt }) => dayOf(rangAt) === name).length,
      missed: missed.filter(({ rangAt }) => dayOf(rangAt) === name).length,
    })),
    channels: await creditByChannel(deps, account, from, before),
  };
}

function isMissed({ state }: CallSummary): boolean {
  return state.phase === "ended" && state.answeredAt === undefined && state.businessEnd !== "answered";
}

async function callsOf(
  { calls }: Pick<Deps, "calls">,
  account: AccountId,
  from: Instant,
  before: Instant,
): Promise<readonly CallSummary[]> {
  const all: CallSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await calls.list(account, { cursor, limit: 100, from, before });
    if (!page.ok) return all;
    all.push(...page.value.calls);
    cursor = page.value.next;
  } while (cursor !== undefined);
  return all;
}

/** Shares each call among the channels of those who may have made it; what is left is nobody's. Adds up to the calls. */
async function creditByChannel(
  { money }: Pick<Deps, "money">,
  account: AccountId,
  from: Instant,
  before: Instant,
): Promise<WeekOfCalls["channels"]> {
  const sums = new Map<string, number>();
  const add = (channel: string, share: number) => sums.set(channel, (sums.get(channel) ?? 0) + share);
  for await (const part of money.creditable(account, { from, before })) {
    for (const { sourceTouch, callers } of part) {
      let left = 1;
      for (const { probability, touches } of sourceTouch === undefined ? callers : []) {
        const channel = touches.at(-1)?.touch.channel;
        if (channel === undefined) continue;
        add(channel, probability);
        left -= probability;
      }
      if (left > 1e-9) add(sourceTouch?.channel ?? "not known", left);
    }
  }
  const rows = [...sums].map(([channel, calls]) => ({ channel, calls }));
  return rows.toSorted((a, b) => b.calls - a.calls);
}
