import { Phi, type AccountId, type CallId, type E164, type Instant, type Milliseconds } from "@ringtrail/core";
import { scoreSpam, type CallFlow, type CallState, type EarlierCall, type SpamScore } from "@ringtrail/core/call-flow";
import type { Caller, NumberRoute } from "@ringtrail/core/ports";
import { isNamed } from "../call-context/context-of-call.ts";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { describeError } from "../describe-error.ts";
import { withDeadline } from "../survival/deadline.ts";

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

/** A caller hears nothing while we look: later than this, the call is planned as if nothing spoke against it. */
const lookMs: Milliseconds = 400;

/**
 * Judges a call before it is planned, where its flow has a challenge for suspects; elsewhere nobody waits for that.
 * Undefined when nothing is known in time: then the phone rings.
 */
export async function judgeInTime(
  deps: Deps,
  { caller, ...scored }: CallToScore & { readonly caller: Caller },
): Promise<SpamScore | undefined> {
  const { route, call, rangAt } = scored;
  if (!hasChallenge(route.flow)) return undefined;
  try {
    return await withDeadline(lookMs, async () => {
      await deps.care.saveCaller(route.account, call, caller, rangAt);
      return scoreCall(deps, scored);
    });
  } catch (error) {
    deps.log.warn({ call, ...describeError(error) }, "a call was not judged in time and is not challenged");
    return undefined;
  }
}

function hasChallenge({ steps }: CallFlow): boolean {
  return Object.values(steps?.all ?? {}).some(({ kind }) => kind === "challenge");
}

/**
 * Judges how much a call looks like spam, and keeps the judgement with the call. The call stays where every call is:
 * flagged, never hidden. Repeats safely.
 */
export async function scoreCall(deps: Deps, { route, call, rangAt, report }: CallToScore): Promise<SpamScore> {
  const { account, number } = route;
  const spam = scoreSpam({
    rangAt,
    number,
    withheld: report.caller === undefined,
    attestation: report.attestation ?? unattested,
    isGhost: route.isResting === true,
    isNeighbour: isNeighbour(report.caller, route.e164),
    isAllowed: isNamed(route.flow.allowed, report.caller),
    earlier: await earlierCalls(deps, { account, call, number }),
  });
  if (spam.signs.length === 0) return spam;
  await deps.calls.append(account, call, { kind: "scored", at: rangAt, key: "spam", spam });
  deps.live.publish({ account, kind: "call_changed", call });
  return spam;
}

/** The same area code and exchange in North America: `+1 415 555`. */
function isNeighbour(caller: Phi<E164> | undefined, dialled: E164): boolean {
  const block = caller && /^\+1\d{6}(?=\d{4}$)/.exec(Phi.reveal(caller, "carrier"))?.[0];
  return block !== undefined && dialled.startsWith(block);
}

/** What became of the caller's earlier calls. The care side tells which they were, and nothing of who it is. */
async function earlierCalls(
  deps: Deps,
  { account, call, number }: { readonly account: AccountId; readonly call: CallId; readonly number: string },
): Promise<readonly EarlierCall[]> {
  const earlier = (await deps.care.earlierCalls(account, call)).slice(0, mostEarlier);
  const facts = await Promise.all(earlier.map((ring) => deps.calls.facts(account, ring.call)));
  return facts.flatMap((one) =>
    one === undefined
      ? []
      : {
          at: one.rangAt,
          // Which number a call in healthcare mode rang is not known; so it is no sign of a sweep.
          number: one.number ?? number,
          talkMs: one.state.talkMs,
          wasGhost: one.state.spam?.signs.some(({ code }) => code === "ghost_call"),
          wasSilent: isSilent(one.state),
          said: one.state.spamSaid,
        },
  );
}

function isSilent({ choices }: CallState): boolean {
  const pressed = Object.values(choices);
  return pressed.length > 0 && pressed.every((keys) => keys === "");
}
