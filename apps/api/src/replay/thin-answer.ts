import type { ReplayAnswer, ReplayCandidate } from "@ringtrail/core/attribution";

/** A visit less likely than this is not told by itself. */
const smallest = 0.002;

/**
 * Makes an answer short: thousands of visits of days ago share what little is left over. Of those less likely than 1 in
 * 500, each source names a sample in which every visit stands for as many of its like as make 1 in 500 together. The
 * probabilities still add up to one, by source as well, and those of all other visits are as they were.
 */
export function thinAnswer(answer: ReplayAnswer): ReplayAnswer {
  const large = answer.candidates.filter(({ probability }) => probability >= smallest);
  const rest = Map.groupBy(
    answer.candidates.filter(({ probability }) => probability < smallest && probability > 0),
    ({ source }) => source,
  );
  const sampled = [...rest.values()].flatMap(sample);
  return { ...answer, candidates: [...large, ...sampled.toSorted((a, b) => b.probability - a.probability)] };
}

/** Every visit at whose turn another 1 in 500 is full; what is over at the end goes to the last one named. */
function sample(candidates: readonly ReplayCandidate[]): readonly ReplayCandidate[] {
  const all = candidates.reduce((sum, { probability }) => sum + probability, 0);
  const count = Math.max(1, Math.floor(all / smallest));
  const each = all / count;
  const named: ReplayCandidate[] = [];
  let sum = 0;
  for (const candidate of candidates) {
    sum += candidate.probability;
    if (named.length < count && sum >= (named.length + 0.5) * each) named.push({ ...candidate, probability: each });
  }
  return named;
}
