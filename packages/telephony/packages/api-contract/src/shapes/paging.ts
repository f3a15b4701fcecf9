import { z } from "zod";

/** The query of every list: a page of at most 200, from an opaque place on. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional().describe("`next` of the page before; absent for the first page."),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** An instant as ISO 8601 in UTC: `2026-11-24T09:30:00.000Z`. */
export const Time = z.iso.datetime();
