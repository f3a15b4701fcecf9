import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Cursor, NextPage } from "../paging.ts";
import { Day } from "../shapes/money.ts";
import { FormKept, FormShown, NewFormTold, PageForm } from "../shapes/sent-form.ts";

/** Forms of some days. */
export const FormList = NextPage.extend({ forms: z.array(FormShown) }).meta({ id: "FormList" });
export type FormList = z.infer<typeof FormList>;

/** Forms that were sent: told by a server with a key, told by a page, and seen. */
export const formDoors = {
  tell: defineEndpoint({
    method: "POST",
    path: "/v1/forms",
    name: "tellForm",
    summary: "Tell of a form that was sent, with the visit that sent it; told twice with one `ref` it counts once",
    scope: "forms:write",
    body: NewFormTold,
    status: 200,
    response: FormKept,
    problems: ["site_unknown"],
  }),
  tellFromPage: defineEndpoint({
    method: "POST",
    path: "/v1/sites/{key}/forms",
    name: "tellFormFromPage",
    summary: "A page tells of a form that was sent on it. JSON, usually sent as text/plain",
    scope: "public",
    params: z.object({ key: z.string().max(64) }),
    body: PageForm,
    status: 204,
    problems: ["site_unknown", "origin_not_allowed", "page_address_refused", "body_too_long"],
  }),
  list: defineEndpoint({
    method: "GET",
    path: "/v1/forms",
    name: "listForms",
    summary: "Forms sent in some days with how whoever sent them came, newest first",
    scope: "calls:read",
    query: z.object({
      from: Day.describe("The first day."),
      to: Day.describe("The last day, at most 400 days later."),
      timeZone: z.string().max(64).default("UTC").describe("Whose days, as IANA names it: `America/New_York`."),
      site: z.uuid().optional().describe("Only this site's."),
      cursor: Cursor,
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    status: 200,
    response: FormList,
    problems: ["cursor_malformed"],
  }),
} as const;
