import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Moment } from "../shapes/moment.ts";
import { RoleShown } from "../shapes/person.ts";
import { QuietHours } from "../shapes/quiet-hours.ts";
import { VisitorExport } from "./visitor-wishes.ts";

/** Whose wish it is, by the address they write from. It is looked up and not kept. */
export const EmailWish = z.strictObject({ email: z.email().max(254) }).meta({ id: "EmailWish" });

/**
 * What is known under an e-mail address. Callers are known by their number and visitors by their id; an address stands
 * only where the account's own people wrote it, or where a site tells its forms under it.
 */
export const EmailExport = VisitorExport.extend({
  person: z.object({ name: z.string(), role: z.string() }).optional().describe("Who signs in to this account with it."),
  invitations: z.array(z.object({ id: z.uuid(), role: RoleShown, expiresAt: Moment })),
  destinations: z.array(z.object({ id: z.uuid(), name: z.string() })).describe("What is mailed to it."),
  quiet: QuietHours.optional(),
  forms: z
    .array(z.object({ id: z.uuid(), name: z.string(), page: z.string().optional(), sentAt: Moment }))
    .describe(
      "Forms told with the address as their `ref`: the newest 50, newest first. `visits` are of their senders.",
    ),
}).meta({ id: "EmailExport" });
export type EmailExport = z.infer<typeof EmailExport>;

/** What was forgotten. */
export const EmailErased = z
  .object({
    invitations: z.number().int(),
    destinations: z.number().int(),
    forms: z.number().int().describe("They stay as figures that lead to nobody."),
    visits: z.number().int(),
    isPerson: z
      .boolean()
      .describe("Somebody signs in to this account with it, and does until they are taken out of the account."),
  })
  .meta({ id: "EmailErased" });
export type EmailErased = z.infer<typeof EmailErased>;

const care = { method: "POST", scope: "callers:care", body: EmailWish, status: 200 } as const;

export const exportEmail = defineEndpoint({
  ...care,
  path: "/v1/emails/exports",
  name: "exportEmail",
  summary: "What is known under an e-mail address; the look is logged",
  response: EmailExport,
  problems: [],
});

export const eraseEmail = defineEndpoint({
  ...care,
  path: "/v1/emails/erasures",
  name: "eraseEmail",
  summary:
    "Forget an e-mail address: what is mailed to it, invitations, and the visitors whose forms were told under it",
  response: EmailErased,
  problems: ["on_hold"],
});
