import type { Jurisdiction } from "../consent/recording-question.ts";
import type { CallFlow } from "./call-flow.ts";

/**
 * The places of everybody who may answer a call of this flow, in alphabetical order. Until somebody answers nobody
 * knows who will, and the notice comes first: so every seat counts. The destination rings whenever all else fails.
 */
export function placesOfSeats({
  destination,
  seats = [],
  steps,
}: Pick<CallFlow, "destination" | "seats" | "steps">): readonly Jurisdiction[] {
  const rung = Object.values(steps?.all ?? {}).flatMap((step) => (step.kind === "ring" ? step.phones : []));
  const phones = new Set([destination, ...rung.map(({ phone }) => phone)]);
  return [...new Set(seats.filter(({ phone }) => phones.has(phone)).map(({ place }) => place))].toSorted();
}
