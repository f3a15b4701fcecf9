import { z } from "zod";

/**
 * What a page's script tells of itself, from one page in ten and once: the body of `POST /v1/report`, JSON sent as
 * `text/plain`. It says nothing about the visitor.
 */
export const SnippetReport = z.object({
  site: z.string().max(64),
  version: z.string().max(40),
  /** `failure`: an error of ours, by its name and place in the script. `tracker`: another call tracker is on the page. */
  kind: z.enum(["failure", "tracker"]),
  what: z.string().max(99),
});
export type SnippetReport = z.infer<typeof SnippetReport>;
