import { hour } from "../../time.ts";
import { presenceAges, priorParameters, type CallParameters } from "../call-parameters.ts";
import { delayReached } from "../delay-density.ts";
import type { World } from "./world.ts";

/** What the posterior would know of a world that told it everything. */
export function trueParameters(world: World): CallParameters {
  const { delays, delayShares, sources, taps, phones, idleTaps, regions, strangersPerHour, numbers } = world;
  const [minutes, hours, days] = delayShares;
  const all = sources.reduce((sum, { share }) => sum + share, 0);
  const mean = sources.reduce((sum, { share, calls }) => sum + (share / all) * calls, 0);
  const called = mean * minutes * taps;
  const share = (of: "share" | "strangers") => {
    const sum = regions.reduce((total, region) => total + region[of], 0);
    return Object.fromEntries(regions.map((region) => [region.code, region[of] / sum]));
  };
  const weights = [minutes, hours, days] as const;
  return {
    ...priorParameters,
    version: "true",
    calls: Object.fromEntries(sources.map(({ name, calls }) => [name, calls])),
    callsElse: mean,
    delays,
    weights: { phone: [minutes * (1 - taps), hours, days], tablet: weights, computer: weights, unknown: weights },
    tapCalls: phones === 0 ? 0.5 : called / (called + idleTaps),
    tapDelays: [{ share: 1, ...world.tapDelay }],
    onPage: {
      weight: 1,
      present: presenceAges.map((age) => 1 - delayReached(world.stay, age)),
    },
    regions: {
      same: world.sameRegion,
      visits: share("share"),
      callers: share("strangers"),
      strangers: share("strangers"),
      unlisted: 1e-6,
    },
    history: {
      ...priorParameters.history,
      callsAgain: Math.max(world.callAgain, 1e-6),
      redialDelays: world.redialDelays,
      sameNumber: 0.999,
      // Everybody calls at the rate of their visits, whether they called before or not.
      known: Math.max(world.comeBack * mean, 1e-4),
    },
    strangers: strangersPerHour / hour / numbers,
  };
}
