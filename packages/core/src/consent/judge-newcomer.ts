import type { ConsideredPlace } from "./recording-decision.ts";
import type { PlaceRule } from "./recording-rule-set.ts";

/** What the law of a newcomer's place wants besides being told. The code is permanent. */
export type NewcomerLacks =
  /** A yes of their own: whoever else said yes did not say it for them. */
  | "yes"
  /** The notice must be heard inside the recording, and it rested while they were told. */
  | "notice_inside"
  /** Nothing makes it lawful. */
  | "forbidden";

/**
 * Says what keeps a newcomer who was told from being recorded; undefined when nothing does. The answers of the others
 * on the call are no answer of theirs, so only their own place is asked here; that of an unknown place is to be told.
 *
 * @param rule the rule of their place; undefined for a place without one.
 */
export function newcomerLacks(
  considered: readonly Pick<ConsideredPlace, "party" | "law">[],
  rule: Pick<PlaceRule, "announcementMustBeRecorded"> | undefined,
  hasAgreed: boolean,
): NewcomerLacks | undefined {
  const laws = considered.flatMap(({ party, law }) => (party === "newcomer" ? [law] : []));
  if (laws.includes("do_not_record")) return "forbidden";
  if (laws.includes("active_consent") && !hasAgreed) return "yes";
  return rule?.announcementMustBeRecorded === true ? "notice_inside" : undefined;
}
