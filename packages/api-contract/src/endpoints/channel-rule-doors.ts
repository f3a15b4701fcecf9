import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { TouchShown } from "../shapes/touch.ts";

/** One published rule. The first that fits a landing names its channel. */
export const ChannelRuleShown = z
  .object({
    place: z.number().int().describe("Where it stands in the order, from 1."),
    name: z.string().describe("Permanent; several rules may share it."),
    channel: z.string(),
    source: z.string().optional().describe("Absent: as the address or the referrer says it."),
    medium: z.string().optional(),
    parameters: z.array(z.string()).optional().describe("One of these stands in the address."),
    utm: z.record(z.string(), z.array(z.string())).optional().describe("Each of these is one of its values."),
    referrers: z.array(z.string()).optional().describe("The referrer is one of these; an empty list: any other site."),
    internal: z.boolean().optional().describe("The referrer is a page of the same site."),
  })
  .meta({ id: "ChannelRule" });
export type ChannelRuleShown = z.infer<typeof ChannelRuleShown>;

/** Every rule, in order. */
export const ChannelRuleList = z.object({ rules: z.array(ChannelRuleShown) }).meta({ id: "ChannelRuleList" });
export type ChannelRuleList = z.infer<typeof ChannelRuleList>;

/** An address and a referrer to try the rules on. */
export const LandingTried = z
  .strictObject({
    url: z.string().trim().min(1).max(4_000).describe("The page's whole address, with its query."),
    referrer: z.string().trim().max(4_000).default("").describe("Empty: none."),
  })
  .meta({ id: "LandingTried" });
export type LandingTried = z.input<typeof LandingTried>;

/** What the rules say of a landing. */
export const ChannelTried = z
  .object({ touch: TouchShown, place: z.number().int().describe("Where the rule that fired stands in the order.") })
  .meta({ id: "ChannelTried" });
export type ChannelTried = z.infer<typeof ChannelTried>;

/** How a landing becomes a channel. */
export const channelRuleDoors = {
  listChannelRules: defineEndpoint({
    method: "GET",
    path: "/v1/channel-rules",
    name: "listChannelRules",
    summary: "The rules that name a visit's channel, in their order",
    scope: "calls:read",
    status: 200,
    response: ChannelRuleList,
    whole: "the published rules, the same for everybody",
    problems: [],
  }),
  tryChannelRules: defineEndpoint({
    method: "POST",
    path: "/v1/channel-rules/tests",
    name: "tryChannelRules",
    summary: "Which rule fires for an address and a referrer; nothing is kept",
    scope: "calls:read",
    body: LandingTried,
    status: 200,
    response: ChannelTried,
    problems: [],
  }),
};
