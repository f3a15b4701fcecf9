import type { E164 } from "../phone-number.ts";
import type { CallFlow } from "./call-flow.ts";

/** True when whoever can answer has been told of the recording beforehand, and it is on file. */
export function everybodyWasTold(
  { standingNotices = [] }: Pick<CallFlow, "standingNotices">,
  phones: readonly E164[],
): boolean {
  return phones.every((rung) => standingNotices.some(({ phone }) => phone === rung));
}
