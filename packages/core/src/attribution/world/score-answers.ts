import type { Probability } from "../call-match.ts";
import type { ReplayAnswer } from "../replay/judge-situation.ts";
import type { Truth } from "./simulate-world.ts";

/** How good answers were, beside the truth. */
export interface Quality {
  readonly calls: number;
  /** The share of calls whose most probable answer was right: the visit, `returning` or `nobody`. */
  readonly accuracy: Probability;
  /** The same among calls that a visit made, when only visits may be named. */
  readonly visitorAccuracy: Probability;
  /** Expected calibration error over ten bins: by how much the confidence differs from how often it was right. */
  readonly ece: number;
  /** Of the calls said with 0.9 or more: their share, and how many of them were right. */
  readonly sureShare: Probability;
  readonly surePrecision: Probability;
  /** What is credited to the wrong channel, as a part of all calls a visit made, when credit is shared by probability. */
  readonly totalsError: number;
  /** The same when only calls that a visit made are credited, to visits alone. */
  readonly visitTotalsError: number;
  /** For each of ten bins of confidence: how many calls, their mean confidence, and how many were right. */
  readonly bins: readonly CalibrationBin[];
}

/** One bin of the reliability chart. */
export interface CalibrationBin {
  calls: number;
  confidence: number;
  right: number;
}

/** Compares answers with the truth, one by one, so that none need be kept. */
export interface Scorer {
  add(answer: ReplayAnswer, truth: Truth): void;
  quality(): Quality;
}

/** A scorer of nothing yet. */
export function makeScorer(): Scorer {
  const bins = Array.from({ length: 10 }, (): CalibrationBin => ({ calls: 0, confidence: 0, right: 0 }));
  const credited = new Map<string, number>();
  const amongVisits = new Map<string, number>();
  const real = new Map<string, number>();
  let [calls, right, visits, rightVisits, sure, sureRight] = [0, 0, 0, 0, 0, 0];
  return {
    add: (answer, truth) => {
      const isRight = leads(answer) === (typeof truth === "string" ? truth : truth.visit);
      const bin = bins[Math.min(9, Math.floor(answer.confidence * 10))];
      if (bin !== undefined) {
        bin.calls += 1;
        bin.confidence += answer.confidence;
        bin.right += isRight ? 1 : 0;
      }
      calls += 1;
      right += isRight ? 1 : 0;
      sure += answer.confidence >= 0.9 ? 1 : 0;
      sureRight += answer.confidence >= 0.9 && isRight ? 1 : 0;
      const byVisit = typeof truth !== "string";
      const all = answer.candidates.reduce((sum, { probability }) => sum + probability, 0);
      for (const { source, probability } of answer.candidates) {
        credited.set(source, (credited.get(source) ?? 0) + probability);
        if (byVisit) amongVisits.set(source, (amongVisits.get(source) ?? 0) + probability / all);
      }
      if (!byVisit) return;
      visits += 1;
      rightVisits += answer.candidates[0]?.visit === truth.visit ? 1 : 0;
      real.set(truth.source, (real.get(truth.source) ?? 0) + 1);
    },
    quality: () => ({
      calls,
      accuracy: right / calls,
      visitorAccuracy: rightVisits / visits,
      ece: bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / calls,
      sureShare: sure / calls,
      surePrecision: sure === 0 ? 1 : sureRight / sure,
      totalsError: apart(credited, real) / visits,
      visitTotalsError: apart(amongVisits, real) / visits,
      bins,
    }),
  };
}

/** What leads: a visit's name, `returning` or `nobody`. */
function leads({ candidates: [first], confidence, returning, nobody }: ReplayAnswer): string {
  if (first !== undefined && first.probability === confidence) return first.visit;
  return returning >= nobody ? "returning" : "nobody";
}

function apart(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const names = new Set([...a.keys(), ...b.keys()]);
  const sum = [...names].reduce((all, name) => all + Math.abs((a.get(name) ?? 0) - (b.get(name) ?? 0)), 0);
  // A call credited to the wrong channel is one too many there and one too few where it belongs.
  return sum / 2;
}
