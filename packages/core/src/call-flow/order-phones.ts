import type { E164 } from "../phone-number.ts";
import type { FlowStep } from "./flow-step.ts";

type Ring = Extract<FlowStep, { kind: "ring" }>;

/** Twilio rings ten phones at once and no more; other carriers are no worse. */
const mostAtOnce = 10;

/**
 * Which phones ring, and in which order: each entry rings at once. By weight, `draw` chooses who comes first, and the
 * others follow in their order, so that a call is not lost to the draw.
 */
export function orderPhones(
  { phones, how }: Ring,
  draw: number,
): readonly [readonly [E164, ...E164[]], ...(readonly [E164, ...E164[]])[]] {
  const [first, ...others] = phones;
  if (how === "together") return [[first.phone, ...others.slice(0, mostAtOnce - 1).map(({ phone }) => phone)]];
  const chosen = how === "in_turn" ? first : chooseByWeight(phones, draw);
  const rest = phones.filter((one) => one !== chosen);
  return [[chosen.phone], ...rest.map(({ phone }): readonly [E164] => [phone])];
}

/** A phone without a weight has the weight 1; weights below 0 count as 0. */
function chooseByWeight(phones: Ring["phones"], draw: number): Ring["phones"][number] {
  const weightOf = ({ weight = 1 }: Ring["phones"][number]) => Math.max(0, weight);
  const total = phones.reduce((sum, one) => sum + weightOf(one), 0);
  let left = draw * total;
  for (const one of phones) {
    left -= weightOf(one);
    if (left < 0) return one;
  }
  return phones[0];
}
