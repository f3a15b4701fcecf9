import { createHash } from "node:crypto";
import {
  after,
  err,
  instant,
  ok,
  parseId,
  type AccountId,
  type CallId,
  type Instant,
  type Result,
} from "@ringtrail/core";
import {
  chooseConversions,
  planConversionSteps,
  type AdPlatform,
  type Conversion,
  type ConversionPolicy,
  type ConversionStep,
  type CreditedCall,
} from "@ringtrail/core/attribution";
import { clickWindowMs, platformRules } from "@ringtrail/destinations";
import type { SiteId } from "@ringtrail/core";
import type { Deps } from "../deps.ts";

/** Whose calls, for whom. */
export interface ConversionsAsked {
  readonly account: AccountId;
  readonly site: SiteId;
  readonly platform: AdPlatform;
  readonly policy: ConversionPolicy;
  /** Who was told, as the store knows them. */
  readonly to: string;
  /** Calls that rang at this instant or later, and earlier than the other; a platform's own limits hold besides. */
  readonly from: Instant;
  readonly before: Instant;
}

/** What a platform should know, and what to tell it so that it does. */
export interface ConversionsPlanned {
  readonly wanted: readonly Conversion[];
  readonly steps: readonly ConversionStep[];
}

type Planning = Pick<Deps, "conversions" | "care" | "accounts">;

/** Loads credited calls and what was told of them, and asks the core. A site in healthcare mode is refused. */
export async function planConversions(
  deps: Planning,
  asked: ConversionsAsked,
  now: Instant,
): Promise<Result<ConversionsPlanned, { readonly code: "healthcare_site" | "site_unknown" }>> {
  const { account, site, platform, policy, to } = asked;
  const flow = await deps.accounts.flowOf(account, site);
  if (flow === undefined) return err({ code: "site_unknown" });
  if (flow.isHealthcare === true) return err({ code: "healthcare_site" });
  const rules = platformRules[platform];
  const oldest = after(now, -Math.max(rules.uploadWithinMs, rules.adjustWithinMs));
  const from = instant(Math.max(asked.from, oldest));
  const query = { site, from, before: asked.before, clickIds: rules.clickIds, windowMs: clickWindowMs };
  const wanted: Conversion[] = [];
  for await (const part of deps.conversions.creditedCalls(account, query)) {
    for (const call of part) {
      const whole = policy.shareCaller ? await withCaller(deps, account, call) : call;
      wanted.push(...chooseConversions(whole, policy, rules.reach, sha256));
    }
  }
  const told = (await deps.conversions.told(account, to, from)).filter(({ at }) => at < asked.before);
  return ok({ wanted, steps: planConversionSteps(wanted, told, rules, now) });
}

async function withCaller(deps: Planning, account: AccountId, call: CreditedCall): Promise<CreditedCall> {
  const id = parseId<CallId>(call.id);
  return id.ok ? { ...call, caller: (await deps.care.caller(account, id.value))?.number } : call;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
