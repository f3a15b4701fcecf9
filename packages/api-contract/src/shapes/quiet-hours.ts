import { z } from "zod";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When somebody wants to hear nothing. */
export const QuietHours = z
  .strictObject({
    from: time.describe("Local time: `20:00`."),
    to: time.describe("Local time; earlier than `from` is the next morning."),
    timeZone: z.string().max(64).describe("As IANA names it: `America/New_York`."),
  })
  .describe("Nothing is sent meanwhile; what happened is told when they end.");
export type QuietHours = z.infer<typeof QuietHours>;

/** A person's own, wherever a mail for them comes from. */
export const OwnQuietHours = z
  .object({ mailbox: z.email().describe("Whose: the address you sign in with."), quiet: QuietHours.optional() })
  .meta({ id: "OwnQuietHours" });
export type OwnQuietHours = z.infer<typeof OwnQuietHours>;
