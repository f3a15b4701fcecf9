import { z } from "zod";

/** A site of the account. */
export const SiteSummary = z
  .object({
    id: z.uuid(),
    key: z.string().describe("Public: it stands in the page."),
    name: z.string(),
    origins: z.array(z.string()),
    regime: z.enum(["opt-in", "opt-out", "unknown"]),
    targets: z.array(z.object({ id: z.uuid(), e164: z.string(), label: z.string() })),
    sourceNumbers: z.number().int(),
    pools: z.number().int(),
  })
  .meta({ id: "SiteSummary" });
export type SiteSummary = z.infer<typeof SiteSummary>;
