import { z } from "zod";

/** How a visit arrived, and which published rule says so. */
export const TouchShape = z
  .object({
    channel: z.string().describe("`paid_search`, `organic_search`, `direct` and so on."),
    source: z.string(),
    medium: z.string(),
    campaign: z.string().optional(),
    keyword: z.string().optional(),
    clickId: z.string().optional().describe("The kind of click id found, never its value."),
    rule: z.string().describe("The rule that named the channel."),
  })
  .meta({ id: "Touch" });
export type TouchShape = z.infer<typeof TouchShape>;
