import { z } from "zod";

/** Where a page begins. */
export const Cursor = z.string().max(200).optional().describe("`next` of the page before; absent for the first page.");

/** Which page of a list: the first, or the one after the cursor an earlier page gave. */
export const PageQuery = z.object({
  cursor: z.string().max(200).optional().describe("`next` of the page before; absent for the first page."),
  limit: z.coerce.number().int().min(1).max(100).default(25).describe("How many at most."),
});

/** Which page of a list that is a single one for most accounts. */
export const LongPageQuery = z.object({
  cursor: z.string().max(600).optional().describe("`next` of the page before; absent for the first page."),
  limit: z.coerce.number().int().min(1).max(100).default(100).describe("How many at most."),
});

/** What every page of a list ends with. */
export const NextPage = z.object({
  next: z.string().optional().describe("Where the next page begins; absent on the last one."),
});

/** The id in a path. */
export const IdParams = z.object({ id: z.uuid() });
