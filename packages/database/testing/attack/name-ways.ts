import type { Instant } from "@ringtrail/core";
import type { Touch } from "@ringtrail/core/attribution";
import { wayOfCall } from "@ringtrail/core/healthcare";
import type { DumpedCalls } from "./attackers.ts";

/** A way as the attacks compare it. */
export function nameOf(touch: Touch): string {
  return wayOfCall(touch).join(" / ");
}

/** A row that would tell of one call at its moment. */
export function one(touch: Touch, at: Instant): DumpedCalls {
  return { way: nameOf(touch), channel: touch.channel, calls: 1, from: at, to: at };
}

/** A touch as the database wrote it down, without nulls. */
export function whole_(touch: unknown): Touch {
  const { campaign, keyword, ...rest } = touch as Touch;
  return { ...rest, campaign: campaign ?? undefined, keyword: keyword ?? undefined };
}
