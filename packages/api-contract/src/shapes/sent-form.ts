import { z } from "zod";
import { Moment } from "./moment.ts";
import { TouchShown } from "./touch.ts";

const name = z.string().trim().min(1).max(100).describe("What you call the form: `contact`.");
const ref = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .optional()
  .describe("Your own id of what was sent. Told again it is the same form, and by it you find what was written.");
const url = z.string().max(8192).optional().describe("The address of the page the form stands on.");
const referrer = z.string().max(8192).optional();

/** A form as a server tells of it. What somebody wrote in it is not asked for. */
export const NewFormTold = z
  .strictObject({
    site: z.uuid().optional().describe("Which site it was sent on; absent: the only one there is."),
    name,
    ref,
    visit: z
      .string()
      .max(200)
      .optional()
      .describe("The field `ringtrail_visit` of the form, word for word. What is no visit of ours is passed over."),
    url,
    referrer: referrer.describe("Where whoever sent it had come from, where no visit says it."),
    sentAt: Moment.optional().describe("When it was sent; absent: now."),
  })
  .meta({ id: "NewForm" });
export type NewFormTold = z.input<typeof NewFormTold>;

/** A form as a page tells of it: JSON sent as `text/plain`, so that no preflight is needed. At most 16 kB. */
export const PageForm = z.object({
  name,
  ref,
  visit: z.string().max(200).optional(),
  token: z
    .string()
    .max(512)
    .optional()
    .describe("The token of the visit. Without it, or from elsewhere, the visit does not count."),
  choice: z.enum(["granted", "denied", "unanswered"]).default("unanswered").describe("What the visitor answered."),
  url,
  referrer,
});
export type PageForm = z.input<typeof PageForm>;

/** What became of a form that was told. */
export const FormKept = z
  .object({ id: z.uuid(), isNew: z.boolean().describe("False when it was told before: nothing was changed.") })
  .meta({ id: "FormKept" });
export type FormKept = z.infer<typeof FormKept>;

/** A form that was sent. */
export const FormShown = z
  .object({
    id: z.uuid(),
    site: z.object({ id: z.uuid(), name: z.string() }),
    name: z.string(),
    ref: z.string().optional().describe("Never of a site in healthcare mode, nor are page and visit."),
    page: z.string().optional().describe("Path of the page it was sent on."),
    visit: z.uuid().optional().describe("The visit that sent it."),
    touch: TouchShown.optional().describe("How whoever sent it came."),
    sentAt: Moment,
  })
  .meta({ id: "Form" });
export type FormShown = z.infer<typeof FormShown>;
