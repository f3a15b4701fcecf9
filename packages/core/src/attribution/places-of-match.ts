import type { CallMatch, Holding, Probability } from "./call-match.ts";

/** Where a visit was that a call may be credited to. */
export interface PlaceOfVisit {
  /** As the visit's network address tells it, an ISO 3166-2 code. */
  readonly place: string;
  /** How likely the call is credited to that visit. */
  readonly probability: Probability;
}

/**
 * A visit less likely than this says nothing of where the caller is. Over two weeks a number is shown to hundreds of
 * visits from everywhere, each a candidate to the last millionth: without a floor every call would be from everywhere.
 */
const leastProbability: Probability = 0.01;

/** The places of the visits a call may be credited to, likeliest first. */
export function placesOfMatch(
  { candidates }: Pick<CallMatch, "candidates">,
  holdings: readonly Pick<Holding, "visit" | "region">[],
): readonly PlaceOfVisit[] {
  const regions = new Map(holdings.map(({ visit, region }) => [visit, region?.code]));
  return candidates.flatMap(({ visit, probability }) => {
    const place = regions.get(visit);
    return place === undefined || probability < leastProbability ? [] : [{ place, probability }];
  });
}
