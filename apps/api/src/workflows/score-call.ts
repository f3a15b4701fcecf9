import { after, type AccountId, type CallId, type Instant } from "@ringtrail/core";
import { scoreSpam, type EarlierCall } from "@ringtrail/core/call-flow";
import type { NumberRoute } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";

/** A call to be judged. Its caller is kept already. */
export interface CallToScore {
  readonly route: NumberRoute;
  readonly call: CallId;
  readonly rangAt: Instant;
  readonly report: Pick<CarrierReport, "caller" | "attestation">;
}

/** The caller's latest calls are looked at: a sweep and a habit show in fewer. */
const mostEarlier = 12;
const unattested = { level: "none", result: "absent" } as const;

/**
 * Judges after the answer how much a call looks like spam, and keeps the judgement with the call. The call goes on as
 * it does, and stays where every call is: flagged, never hidden.
 */
export async function scoreCall(deps: Deps, { route, call, rangAt, report }: CallToScore): Promise<void> {
  const { account, number } = route;
  const spam = scoreSpam({
    rangAt,
    number,
    withheld: report.caller === undefined,
    attestation: report.attestation ?? unattested,
    isGhost: route.isResting === true,
    isAllowed: false,
    earlier: await earlierCalls(deps, account, call),
  });
  if (spam.signs.length === 0) return;
  await deps.calls.append(account, call, { kind: "scored", at: rangAt, key: "spam", spam });
  deps.live.publish({ account, kind: "call_changed", call });
}

/** What became of the caller's earlier calls. The care side tells when they rang, and nothing of who it is. */
async function earlierCalls(deps: Deps, account: AccountId, call: CallId): Promise<readonly EarlierCall[]> {
  const instants = (await deps.care.earlierCalls(account, call)).slice(0, mostEarlier);
  const pages = await Promise.all(
    instants.map((at) => deps.calls.list(account, { cursor: undefined, limit: 5, from: at, before: after(at, 1) })),
  );
  return pages
    .flatMap((page) => (page.ok ? page.value.calls : []))
    .map(({ rangAt: at, number, state }) => ({ at, number, talkMs: state.talkMs }));
}
