import { z } from "zod";
import { Moment } from "./moment.ts";

/** What a person may do in an account. */
export const RoleShown = z.enum(["owner", "admin", "analyst", "agent", "auditor"]).meta({ id: "Role" });
export type RoleShown = z.infer<typeof RoleShown>;

/** A person who belongs to the account. */
export const PersonShown = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.string(),
    isYou: z.boolean().describe("The person who asks."),
  })
  .meta({ id: "Person" });
export type PersonShown = z.infer<typeof PersonShown>;

/** Somebody who is asked to join and has not answered yet. */
export const InvitationShown = z
  .object({ id: z.uuid(), email: z.string(), role: RoleShown, expiresAt: Moment })
  .meta({ id: "Invitation" });
export type InvitationShown = z.infer<typeof InvitationShown>;

/** A fresh invitation. Its link is told at most this once, and not at all to who invites where it was mailed. */
export const CreatedInvitation = InvitationShown.extend({
  url: z
    .string()
    .optional()
    .describe(
      "What the invited person opens, to be given to them by hand. Absent where it was mailed: whoever invites must not be able to come in as them. Only a hash of its token is kept.",
    ),
  isMailed: z.boolean().describe("The link was mailed to them. False where the server could not."),
}).meta({ id: "CreatedInvitation" });
export type CreatedInvitation = z.infer<typeof CreatedInvitation>;

/** One of the accounts a person belongs to. */
export const AccountShown = z
  .object({
    id: z.uuid(),
    name: z.string(),
    role: z.string(),
    isActive: z.boolean().describe("The one this session looks at."),
  })
  .meta({ id: "Account" });
export type AccountShown = z.infer<typeof AccountShown>;
