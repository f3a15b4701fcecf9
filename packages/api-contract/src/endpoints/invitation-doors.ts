import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { RoleShown } from "../shapes/person.ts";

const token = z.string().min(1).max(100).describe("What stands behind `#/join/` in the link.");

/** What an invitation's link leads to, for whoever holds it. */
export const InvitationSeen = z
  .object({
    account: z.string().describe("The account's name."),
    email: z.string(),
    role: RoleShown,
    isKnown: z.boolean().describe("This address signs in already: it joins after signing in, with no new password."),
  })
  .meta({ id: "InvitationSeen" });
export type InvitationSeen = z.infer<typeof InvitationSeen>;

/** An answer to an invitation. */
export const InvitationAnswer = z
  .strictObject({
    token,
    name: z.string().trim().min(1).max(100).optional(),
    password: z.string().min(12).max(128).optional().describe("For an address that does not sign in yet."),
  })
  .meta({ id: "InvitationAnswer" });
export type InvitationAnswer = z.infer<typeof InvitationAnswer>;

/** Joining an account by the link of an invitation. */
export const invitationDoors = {
  see: defineEndpoint({
    method: "POST",
    path: "/v1/invitation-looks",
    name: "seeInvitation",
    summary: "See who asks you to join what, by the token of the link",
    scope: "public",
    body: z.strictObject({ token }).meta({ id: "InvitationToken" }),
    status: 200,
    response: InvitationSeen,
    problems: ["invitation_unknown"],
  }),
  answer: defineEndpoint({
    method: "POST",
    path: "/v1/invitation-answers",
    name: "answerInvitation",
    summary: "Join the account, once: as a new person with a password, or as the one who is signed in",
    scope: "public",
    body: InvitationAnswer,
    status: 204,
    problems: ["invitation_unknown", "invitation_for_another", "not_signed_in", "origin_foreign"],
  }),
} as const;
