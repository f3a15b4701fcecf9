import type { CandidatePlace } from "./collect-places.ts";
import { recordingMeans, stricter, type RecordingMeans } from "./recording-means.ts";

/** The strictest law among the places. No place at all asks for nothing. */
export function strictestLaw(places: readonly CandidatePlace[]): RecordingMeans {
  return places.reduce<RecordingMeans>((means, { law }) => stricter(means, law.means), "silent");
}

/**
 * The place whose law governs: the strictest, and among equals the best known. `places` come firmest evidence first,
 * so the answer does not depend on the order of the question.
 */
export function strictestPlace(places: readonly [CandidatePlace, ...CandidatePlace[]]): CandidatePlace {
  return places.reduce((best, place) =>
    recordingMeans.indexOf(place.law.means) > recordingMeans.indexOf(best.law.means) ? place : best,
  );
}
