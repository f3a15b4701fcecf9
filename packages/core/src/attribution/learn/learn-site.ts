import { presenceAges, priorParameters, type CallParameters } from "../call-parameters.ts";
import { binOf } from "./age-bins.ts";
import { expectCalls } from "./expect-calls.ts";
import { maximise } from "./maximise.ts";
import type { SiteTally } from "./site-tally.ts";

/** Enough for the parameters that matter to stand still. */
const rounds = 100;

/**
 * Learns a site's parameters from its own calls, of which nobody knows who made them (expectation-maximisation): each
 * round shares every call among all it may have come from, then asks which parameters make that likeliest. Deterministic.
 *
 * With no calls the answer is the prior in all but name.
 */
export function learnSite(tally: SiteTally, version: string, prior: CallParameters = priorParameters): CallParameters {
  const present = presenceAges.map((age) => tally.presence[binOf(age)] ?? 0);
  let now: CallParameters = { ...prior, version, onPage: { ...prior.onPage, present } };
  for (let round = 0; round < rounds; round += 1) now = maximise(tally, expectCalls(tally, now), now, prior);
  return now;
}
