import type { AriHealth } from "@ringtrail/telephony/asterisk";

/** From well to worst: a wrong key does not mend itself. */
const order: readonly AriHealth[] = ["up", "connecting", "silent", "gone", "refused"];

/** The worst of several; undefined of none. */
export function worstHealth(sights: readonly { readonly health: AriHealth }[]): AriHealth | undefined {
  return order.findLast((health) => sights.some((one) => one.health === health));
}
