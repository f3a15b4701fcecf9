import { z } from "zod";
import { CallFlowShown } from "./call-flow.ts";

/** A flow as it is kept, and what of it a carrier of the site cannot do. */
export const KeptCallFlow = z
  .object({
    flow: CallFlowShown,
    cannot: z
      .array(z.object({ carrier: z.string(), skill: z.string(), step: z.string().optional(), words: z.string() }))
      .describe("Said beforehand: what the carriers of this site's numbers cannot do of this flow."),
    phones: z
      .array(z.object({ id: z.uuid(), phone: z.string() }))
      .optional()
      .describe("Of a clinic: by which id the audit log tells of which phone."),
  })
  .meta({ id: "KeptCallFlow" });
export type KeptCallFlow = z.infer<typeof KeptCallFlow>;
