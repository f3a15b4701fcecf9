import { z } from "zod";
import { Moment } from "./moment.ts";

/** How a visit arrived, and which published rule says so. */
export const TouchShown = z
  .object({
    channel: z.enum([
      "paid_search",
      "paid_social",
      "paid_other",
      "organic_search",
      "organic_social",
      "ai_assistant",
      "maps",
      "email",
      "referral",
      "campaign",
      "direct",
    ]),
    source: z.string(),
    medium: z.string(),
    campaign: z.string().optional(),
    keyword: z.string().optional(),
    clickId: z.string().optional().describe("The kind of click id found (gclid, msclkid, ...), never its value."),
    rule: z.string().describe("The name of the rule that fired."),
  })
  .meta({ id: "Touch" });
export type TouchShown = z.infer<typeof TouchShown>;

/** Where a visit began. */
export const LandingShown = z
  .object({
    host: z.string(),
    path: z.string(),
    query: z.record(z.string(), z.string()).describe("The first value of each query parameter, decoded."),
    referrerHost: z.string().optional(),
  })
  .meta({ id: "Landing" });
export type LandingShown = z.infer<typeof LandingShown>;

/** A page of the site as the visit saw it. */
export const PageShown = z.object({ path: z.string(), title: z.string(), at: Moment }).meta({ id: "Page" });
export type PageShown = z.infer<typeof PageShown>;
