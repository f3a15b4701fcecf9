import type { AccountId, CallId, Instant } from "@ringtrail/core";
import type { CallFlow, CallPlan } from "@ringtrail/core/call-flow";
import type { RecordingDecision } from "@ringtrail/core/consent";
import type { Deps } from "../deps.ts";
import { proofOf } from "./write-proof.ts";

/** A plan that may record, and the call it is for. */
export interface PlanToAllow {
  readonly account: AccountId;
  readonly call: CallId;
  readonly flow: CallFlow;
  readonly decision: RecordingDecision;
  readonly plan: CallPlan;
}

/** Whose voice a plan records; undefined when it records nothing. */
export function recordedSides({ steps }: CallPlan): "both" | "business" | undefined {
  for (const step of steps) {
    if (step.do === "record") return step.sides;
    if (step.do === "dial" && step.record !== "none") return step.record;
  }
  return undefined;
}

/**
 * Writes the permission down before the carrier is told to record, and with it who of those that answer was told
 * beforehand. A plan that records nothing needs none.
 */
export async function allowRecording(
  { proofs }: Pick<Deps, "proofs">,
  { account, call, flow, decision, plan }: PlanToAllow,
  at: Instant,
): Promise<void> {
  const about = { call, at, decision, flow };
  for (const step of plan.steps) {
    if (step.do !== "message") continue;
    // Whoever speaks after the beep was told by the words before it, and records themselves.
    const facts = { party: "caller", told: "notice" } as const;
    const key = `message:${step.step}`;
    await proofs.append(account, proofOf({ ...about, kind: "recording_allowed", key, words: step, facts }));
  }
  const sides = recordedSides(plan);
  if (sides === undefined) return;
  await proofs.append(account, proofOf({ ...about, kind: "recording_allowed", facts: { sides } }));
  const rings = plan.steps.flatMap((step) => (step.do === "dial" ? step.to : []));
  for (const { phone, ...standing } of flow.standingNotices ?? []) {
    if (!rings.includes(phone)) continue;
    const facts = { party: "business", told: "standing", standing } as const;
    await proofs.append(account, proofOf({ ...about, kind: "told", key: standing.person, facts }));
  }
}
