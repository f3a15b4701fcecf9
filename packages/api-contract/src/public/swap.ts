import { z } from "zod";
import { WrittenNumber } from "./site-config.ts";

/** What the page knows of itself; the server parses the addresses. */
export const PageFacts = z.object({
  url: z.string().max(8192),
  referrer: z.string().max(8192),
  title: z.string().max(300),
});

/** The body of `POST /v1/swap`: JSON sent as `text/plain`, so that no preflight is needed. At most 16 kB. */
export const SwapRequest = z.object({
  site: z.string().max(64).describe("The site's public key."),
  /** Ids the page kept from before; absent on a first visit. The server answers the ones that count. */
  visitor: z.uuid().optional(),
  visit: z.uuid().optional(),
  token: z.string().max(512).optional().describe("The token of the visit, when it is continued."),
  consent: z.object({
    choice: z.enum(["granted", "denied", "unanswered"]),
    optOutSignal: z.boolean(),
  }),
  page: PageFacts,
  /** Ids of the target numbers that stand visibly on the page. Empty: nothing is lent. */
  targets: z.array(z.uuid()).max(20),
  device: z
    .enum(["phone", "tablet", "computer"])
    .optional()
    .describe("What the visitor holds; worked out from the browser's name when it is not said."),
});
export type SwapRequest = z.infer<typeof SwapRequest>;

/** One target number and what is shown in its place. Its `e164` equals the target's own when `how` is `own`. */
export const ShownNumber = WrittenNumber.extend({
  /** Our id of the number, named in beacons; absent when `how` is `own`. */
  number: z.uuid().optional(),
  how: z.enum(["kept", "free", "resting", "shared", "source", "own"]),
});

/** The answer of `POST /v1/swap`. */
export const SwapResponse = z.object({
  visitor: z.uuid(),
  visit: z.uuid(),
  /** Bound to site, network and visit; a beacon without it counts for nothing. */
  token: z.string(),
  numbers: z.array(ShownNumber),
});
export type SwapResponse = z.infer<typeof SwapResponse>;
