import { second } from "../../time.ts";
import type { Device, VisitRegion } from "../call-match.ts";
import type { ReplayEvent } from "./replay-event.ts";

/** A visit on one number as a store keeps it: the first sign and the last, and what was tapped in between. */
export interface StoredSighting {
  readonly visit: string;
  readonly number: string;
  readonly source: string;
  readonly device: Device | undefined;
  readonly region: VisitRegion | undefined;
  readonly shownAt: number;
  readonly seenAt: number;
  readonly hiddenAt: number | undefined;
  readonly tappedAt: readonly number[];
}

/** How often a page says that it is still there, and how many of those signs are told of one visit. */
const heartbeatMs = 30 * second;
const mostSigns = 40;
/** A replay knows a region or does not: one that is as likely wrong as right is told as unknown. */
const leastCertainty = 0.5;

/**
 * Tells a stored visit as the events it was. Only the last sign of life is stored, so those before it are told as the
 * page gave them, each half a minute.
 */
export function tellVisit(sighting: StoredSighting): readonly ReplayEvent[] {
  const { visit, number, source, device, shownAt, seenAt, hiddenAt, tappedAt } = sighting;
  const region = (sighting.region?.certainty ?? 0) > leastCertainty ? sighting.region?.code : undefined;
  const beats = Math.min(mostSigns, Math.floor((seenAt - shownAt) / heartbeatMs));
  const seen = Array.from({ length: Math.max(0, beats) }, (_, nth) => shownAt + (nth + 1) * heartbeatMs);
  return [
    { type: "shown", at: shownAt, number, visit, source, device, region },
    ...seen.map((at) => ({ type: "seen", at, visit }) as const),
    ...(seenAt > shownAt ? [{ type: "seen", at: seenAt, visit } as const] : []),
    ...(hiddenAt === undefined || hiddenAt < seenAt ? [] : [{ type: "hidden", at: hiddenAt, visit } as const]),
    ...tappedAt.map((at) => ({ type: "tap", at, visit, number }) as const),
  ];
}
