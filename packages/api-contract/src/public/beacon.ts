import { z } from "zod";
import { PageFacts } from "./swap.ts";

/**
 * One thing that happened on the page. `ago` is milliseconds before the beacon was sent, by the page's clock, so a
 * wrong clock does no harm.
 */
export const BeaconEvent = z.discriminatedUnion("kind", [
  /** The page is visible; sent every `heartbeatSeconds` while it is. */
  z.object({ kind: z.literal("alive"), ago: z.number().int().nonnegative() }),
  /** A real, trusted input on a visible page: proof of life. */
  z.object({ kind: z.literal("interaction"), ago: z.number().int().nonnegative() }),
  /** A page or route was opened after the first. */
  z.object({ kind: z.literal("page"), ago: z.number().int().nonnegative(), page: PageFacts }),
  /** The visitor takes their yes back: a cookie of this visit is deleted. */
  z.object({ kind: z.literal("denied"), ago: z.number().int().nonnegative() }),
  z.object({ kind: z.literal("hidden"), ago: z.number().int().nonnegative() }),
  /** A `tel:` link of this number was tapped. */
  z.object({ kind: z.literal("tap"), ago: z.number().int().nonnegative(), number: z.uuid() }),
  /** A selection that holds this number was copied. */
  z.object({ kind: z.literal("copy"), ago: z.number().int().nonnegative(), number: z.uuid() }),
  /** This number was on the screen when a second of a visible page ended; told once per page. */
  z.object({ kind: z.literal("seen"), ago: z.number().int().nonnegative(), number: z.uuid() }),
]);
export type BeaconEvent = z.infer<typeof BeaconEvent>;

/** The body of `POST /v1/beacon`: JSON sent as `text/plain` by `sendBeacon`. Answered 204. */
export const Beacon = z.object({
  site: z.string().max(64),
  visit: z.uuid(),
  token: z.string().max(512),
  events: z.array(BeaconEvent).min(1).max(50),
});
export type Beacon = z.infer<typeof Beacon>;
