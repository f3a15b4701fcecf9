import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Moment } from "../shapes/moment.ts";

/** Whose wish it is: the visitor's id, as it stands in the first-party cookie or in our events. */
export const VisitorWish = z.strictObject({ visitor: z.uuid() }).meta({ id: "VisitorWish" });

/** What is known of a visitor. */
export const VisitorExport = z
  .object({
    visits: z
      .array(
        z.object({
          id: z.uuid(),
          startedAt: Moment,
          channel: z.string(),
          source: z.string().optional(),
          pages: z.array(z.object({ path: z.string(), at: Moment })),
        }),
      )
      .describe("The newest 50, newest first."),
  })
  .meta({ id: "VisitorExport" });
export type VisitorExport = z.infer<typeof VisitorExport>;

/** What was forgotten. */
export const VisitorErased = z.object({ visits: z.number().int() }).meta({ id: "VisitorErased" });
export type VisitorErased = z.infer<typeof VisitorErased>;

export const exportVisitor = defineEndpoint({
  method: "POST",
  path: "/v1/visitors/exports",
  name: "exportVisitor",
  summary: "What is known of a visitor; the look is logged",
  scope: "callers:care",
  body: VisitorWish,
  status: 200,
  response: VisitorExport,
  problems: [],
});

export const eraseVisitor = defineEndpoint({
  method: "POST",
  path: "/v1/visitors/erasures",
  name: "eraseVisitor",
  summary: "Forget a visitor: visits, pages, touches and shown numbers; calls keep their credit without the visit",
  scope: "callers:care",
  body: VisitorWish,
  status: 200,
  response: VisitorErased,
  problems: ["on_hold"],
});
