import { makeDraw, type Draw } from "../world/draw.ts";
import { creditPaths } from "../paths/credit-paths.ts";
import type { PathTotals } from "../paths/path-totals.ts";
import type { WholeModel } from "./credit-all-paths.ts";
import { z95 } from "./estimate.ts";
import type { AllPaths, Way } from "./gather-paths.ts";
import { pathRules } from "./path-rules.ts";
import type { ReportCall } from "./report-call.ts";

/** Enough to know a spread to one part in twenty. */
const mostDraws = 200;
/** Where there are very many paths fewer must do: a spread to one part in nine. */
const leastDraws = 40;
/** Steps of paths and unknowns of equations that all draws together may go through. */
const mostWork = 20_000_000;
/** The same report gives the same bounds. */
const seed = 1;

/** How far a row may lie from what is expected of it, to either side, in 95 of 100 cases. */
export interface Reach {
  readonly calls: number;
  readonly value: number;
}

/**
 * How far each row's credit hangs on who called, under a model that looks at all paths together: a call that came by
 * another path changes what every path is worth. So who called is drawn for all calls, many times, by the match's own
 * probabilities, and the model credits each time.
 *
 * Yields between the draws. Nothing is drawn where it is certain who called.
 */
export function* boundAllPaths(
  { paths, ways, labels }: AllPaths,
  calls: readonly ReportCall[],
  model: WholeModel,
): Generator<void, ReadonlyMap<string, Reach>> {
  const sums = new Map([...labels.keys()].map((key) => [key, { calls: new Spread(), value: new Spread() }]));
  const isCertain = ways.every((some) => some.every(({ probability }) => probability > 1 - 1e-9));
  const work = paths.reduce((all, { path }) => all + path.length, 0) + labels.size ** 3;
  const draws = isCertain ? 0 : Math.max(leastDraws, Math.min(mostDraws, Math.floor(mostWork / work)));
  const draw = makeDraw(seed);
  for (let nth = 0; nth < draws; nth += 1) {
    const drawn = drawCallers(draw, { paths, ways }, calls);
    for (const [key, { conversions, value }] of creditPaths(drawn, model, pathRules)) {
      const sum = sums.get(key);
      sum?.calls.add(conversions);
      sum?.value.add(value);
    }
    yield;
  }
  return new Map([...sums].map(([key, sum]) => [key, { calls: sum.calls.reach(), value: sum.value.reach() }]));
}

/** The paths as they were if these had called. As many people came by each of them as before. */
function drawCallers(
  draw: Draw,
  { paths, ways }: Pick<AllPaths, "paths" | "ways">,
  calls: readonly ReportCall[],
): readonly PathTotals[] {
  const drawn = paths.map(({ path, conversions, nulls }) => {
    return { path, conversions: 0, value: 0, nulls: 0, people: conversions + nulls };
  });
  for (const [nth, some] of ways.entries()) {
    const path = drawn[pickWay(draw, some) ?? -1];
    if (path === undefined) continue;
    path.conversions += 1;
    path.value += calls[nth]?.valueMicros ?? 0;
  }
  for (const path of drawn) path.nulls = Math.max(0, path.people - path.conversions);
  return drawn;
}

/** Undefined: the caller was no visit. */
function pickWay(draw: Draw, ways: readonly Way[]): number | undefined {
  let left = draw();
  for (const { path, probability } of ways) {
    left -= probability;
    if (left < 0) return path;
  }
  return undefined;
}

/** The spread of figures around their mean (Welford's way, which loses nothing to rounding). */
class Spread {
  #count = 0;
  #mean = 0;
  #squares = 0;

  add(figure: number): void {
    this.#count += 1;
    const off = figure - this.#mean;
    this.#mean += off / this.#count;
    this.#squares += off * (figure - this.#mean);
  }

  reach(): number {
    return this.#count < 2 ? 0 : z95 * Math.sqrt(this.#squares / (this.#count - 1));
  }
}
