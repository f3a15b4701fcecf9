import { z } from "zod";

/**
 * A page of a clinic that was opened, or on which a number was tapped: JSON sent as `text/plain`. Nothing else is taken:
 * a field that tells more is refused.
 */
export const PageCount = z.strictObject({
  kind: z.enum(["page", "tap"]).describe("`page`: opened. `tap`: a number on it was tapped."),
  group: z.string().max(60).describe("The name of its page group; empty for a page that no group has."),
});
export type PageCount = z.infer<typeof PageCount>;
