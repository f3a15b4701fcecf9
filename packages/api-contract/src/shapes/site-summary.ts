import { z } from "zod";
import { TouchShown } from "./touch.ts";

/** A site as the owner set it up. */
export const SiteSummary = z
  .object({
    id: z.uuid(),
    key: z.string().describe("The public key that stands in the page."),
    name: z.string(),
    origins: z.array(z.string()).describe("Origins that may use the key, `https://host[:port]`."),
    regime: z.enum(["opt-in", "opt-out", "unknown"]),
    targets: z.array(
      z.object({
        id: z.uuid(),
        e164: z.string(),
        label: z
          .string()
          .describe("Empty for a site in healthcare mode when the asker may not know callers (`callers:read`)."),
      }),
    ),
    sources: z
      .array(z.object({ number: z.uuid(), e164: z.string(), target: z.uuid(), touch: TouchShown }))
      .describe("Numbers that stand for one source and need no visitor."),
    pools: z.array(z.uuid()),
    isHealthcare: z.literal(true).optional().describe("In healthcare mode; absent otherwise."),
  })
  .meta({ id: "Site" });
export type SiteSummary = z.infer<typeof SiteSummary>;
