import type { CandidatePlace } from "./collect-places.ts";

/** The two readings courts give of whose law counts, as the places each would look at. */
export interface Readings {
  readonly placeOfRecording: readonly CandidatePlace[];
  readonly callerLaw: readonly CandidatePlace[];
}

/**
 * Splits the places by reading. Where no recorder's place is told, the recording is taken to be made where the person
 * answering sits, else where the business is.
 */
export function placesOfReadings(places: readonly CandidatePlace[]): Readings {
  const of = (...parties: readonly string[]) => places.filter(({ party }) => parties.includes(party));
  const [recorder, agent, business] = [of("recorder"), of("agent"), of("business")];
  return {
    placeOfRecording: recorder.length > 0 ? recorder : agent.length > 0 ? agent : business,
    callerLaw: of("caller", "newcomer"),
  };
}
