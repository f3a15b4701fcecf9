import type { ConversionPolicyTold } from "@ringtrail/api-contract";
import { second } from "@ringtrail/core";
import { usualConversionPolicy, type ConversionPolicy } from "@ringtrail/core/attribution";

/** A policy as it was told, in the core's words. */
export function readPolicy(told: ConversionPolicyTold | undefined): ConversionPolicy {
  const { usualValue: usual, leastTalkSeconds: talk, weigh, least, shareCaller } = told ?? {};
  return {
    weigh: weigh ?? usualConversionPolicy.weigh,
    least: least ?? usualConversionPolicy.least,
    leastTalkMs: talk === undefined ? usualConversionPolicy.leastTalkMs : talk * second,
    usualWorth: usual && { micros: Math.round(usual.amount * 1e6), currency: usual.currency },
    shareCaller: shareCaller ?? usualConversionPolicy.shareCaller,
  };
}
