import { day, hour, minute, second } from "../../time.ts";
import { between, makeDraw } from "./draw.ts";
import { assumedWorld, regionsOf, type World } from "./world.ts";

/** A world whose every parameter is drawn by the seed: how people come, how soon they call, who taps, who strays in. */
export function drawWorld(seed: number, over: Partial<World> = {}): World {
  const draw = makeDraw(seed);
  const of = (least: number, most: number) => between(draw, least, most);
  const [first, ...more] = assumedWorld.sources;
  const source = ({ name, share, calls }: typeof first) => ({
    name,
    share: share * of(0.6, 1.6),
    calls: calls * of(0.5, 1.5),
  });
  const minutes = of(0.5, 0.75);
  const hours = (1 - minutes) * of(0.4, 0.7);
  const sources = [source(first), ...more.map(source)] as const;
  const all = sources.reduce((sum, { share }) => sum + share, 0);
  const rate = sources.reduce((sum, { share, calls }) => sum + (share / all) * calls, 0);
  const visitsPerHour = over.visitsPerHour ?? of(40, 80);
  return {
    ...assumedWorld,
    seed,
    visitsPerHour,
    rhythm: of(0, 0.8),
    stay: { spread: "lognormal", median: of(1, 3) * minute, sigma: of(0.8, 1.1) },
    numbers: Math.round(of(10, 20)),
    sources,
    delays: [
      { spread: "exponential", mean: of(2, 5) * minute },
      { spread: "lognormal", median: of(1, 4) * hour, sigma: of(0.8, 1.2) },
      { spread: "lognormal", median: of(1.5, 3) * day, sigma: of(0.7, 1) },
    ],
    delayShares: [minutes, hours, 1 - minutes - hours],
    phones: of(0.45, 0.75),
    taps: of(0.6, 0.95),
    idleTaps: of(0.002, 0.02),
    tapDelay: { spread: "exponential", mean: of(8, 25) * second },
    regions: regionsOf(of(0.5, 0.8)),
    sameRegion: of(0.5, 0.8),
    comeBack: of(0.1, 0.35),
    callAgain: of(0.05, 0.15),
    // Some of the calls are from nobody we know: between three and seven in a hundred.
    strangersPerHour: visitsPerHour * rate * of(0.03, 0.07),
    ...over,
  };
}
