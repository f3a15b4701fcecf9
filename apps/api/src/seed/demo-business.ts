import type { Channel, Touch } from "@ringtrail/core/attribution";
import { defaultAnnouncement, type CallFlow } from "@ringtrail/core/call-flow";
import type { E164 } from "@ringtrail/core";
import { knownE164 } from "./known-e164.ts";

/** The demo's business: a fictional plumber. Its numbers are from the range kept free for fiction (555-0100 to 0199). */
export const demoAccount = "Demo";
export const demoSiteKey = "demo";
export const demoOwner = "owner@demo.invalid";
export const demoTarget: E164 = knownE164("+14155550100");

/** The phone of the business that rings in the end; the fake carrier answers it. */
const businessPhone = knownE164("+14155550199");

export const demoFlow: CallFlow = {
  destination: businessPhone,
  ringSeconds: 25,
  announcement: defaultAnnouncement,
  recordingWanted: true,
};

/** The plumber works in San Francisco, and California wants everybody told. */
export const demoPlaces: readonly string[] = ["US-CA"];

/** How many numbers of the pool each channel may borrow: most for the clicks that cost money. */
export const demoSlices: readonly { readonly slice: Channel | "any"; readonly numbers: readonly E164[] }[] = [
  { slice: "paid_search", numbers: range(101, 106) },
  { slice: "organic_search", numbers: range(107, 109) },
  { slice: "direct", numbers: range(110, 112) },
  { slice: "any", numbers: range(113, 115) },
];

/** Numbers that stand for one source each and need no visitor. */
export const demoSources: readonly { readonly e164: E164; readonly touch: Touch }[] = [
  source(121, "paid_search", "google", "cpc"),
  source(122, "paid_search", "bing", "cpc"),
  source(123, "organic_search", "google", "organic"),
  source(124, "organic_social", "facebook", "social"),
  source(125, "maps", "google-maps", "maps"),
  source(126, "direct", "(direct)", "(none)"),
];

/** Every tracking number of the demo. */
export const demoNumbers: readonly E164[] = [
  ...demoSlices.flatMap(({ numbers }) => numbers),
  ...demoSources.map(({ e164 }) => e164),
];

function source(last: number, channel: Channel, name: string, medium: string): { e164: E164; touch: Touch } {
  const unsaid = { campaign: undefined, keyword: undefined, clickId: undefined };
  return { e164: fictional(last), touch: { channel, source: name, medium, ...unsaid, rule: "source_number" } };
}

function range(first: number, last: number): readonly E164[] {
  return Array.from({ length: last - first + 1 }, (_, step) => fictional(first + step));
}

function fictional(last: number): E164 {
  return knownE164(`+14155550${last}`);
}
