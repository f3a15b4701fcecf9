import { z } from "zod";
import { Scope } from "../scope.ts";

/** Who asks: a signed-in person or an API key, for which account, and what it may do. */
export const SessionShown = z
  .object({
    account: z.object({
      id: z.uuid(),
      name: z.string(),
      timeZone: z.string().optional().describe("The zone its days are counted by (IANA); absent until it was chosen."),
    }),
    by: z.enum(["person", "key"]),
    name: z.string().describe("The person's e-mail or the key's name."),
    role: z.string().optional().describe("The person's role in the account."),
    scopes: z.array(Scope),
    person: z
      .object({
        id: z.string(),
        hasTwoFactor: z.boolean(),
        mustSetTwoFactor: z
          .boolean()
          .describe("Nothing but one's own settings works before a second factor is set up."),
        hasPassword: z.boolean().describe("False for who only ever came by a link: they set a first one."),
        idleMinutes: z.number().int().describe("Minutes without use after which the session ends."),
      })
      .optional()
      .describe("Absent for a key."),
  })
  .meta({ id: "Session" });
export type SessionShown = z.infer<typeof SessionShown>;
