import { z } from "zod";

/**
 * A number that is shown for a target number, and how it may be written on a page. `country`: the digits of its country
 * code. `national`: those after it. `find`: regular expression for it, with one group: what may stand before the national
 * digits. `takes`: what may be sent to it besides calls, as its owner has marked it.
 */
export const WrittenNumber = z.object({
  target: z.uuid(),
  e164: z.string(),
  country: z.string(),
  national: z.string(),
  find: z.string(),
  takes: z.array(z.enum(["call", "sms", "whatsapp"])),
});
export type WrittenNumber = z.infer<typeof WrittenNumber>;

/**
 * A source with the numbers that stand for it, one per target number. A source without numbers has its place in the
 * order all the same: a visit that belongs to it must not be taken for one of a later source.
 */
export const SourceConfig = z.object({
  name: z.string(),
  match: z
    .string()
    .describe(
      "Regular expression for the arrivals of this source, worked out on the page without a request. An arrival is the lower-case, form-encoded query, then `@` and the host of another site that led here; `@~` after a page of this site.",
    ),
  numbers: z.array(WrittenNumber),
});

/** The answer of `GET /v1/sites/{key}/config`: cacheable, the same for every visitor of one place. */
export const SiteConfig = z.object({
  site: z.string().describe("The site's public key."),
  version: z.string(),
  /** The owner's declared regime, or the stricter one of the visitor's place. */
  regime: z
    .enum(["opt-in", "opt-out", "unknown"])
    .nullable()
    .describe("Null in healthcare mode: no answer allows a visit, so nothing is asked, sent or stored."),
  targets: z.array(WrittenNumber).describe("The business's own numbers."),
  edges: z
    .tuple([z.string(), z.string()])
    .describe("What must not stand before and behind a number: regular expressions."),
  places: z
    .array(z.tuple([z.string(), z.string(), z.enum(["call", "sms", "whatsapp"]).optional()]))
    .describe("Attributes a number may stand in: selector, attribute, and what a number must take to stand there."),
  attributes: z.string().describe("Selector of the elements that have one of these attributes."),
  watch: z
    .object({
      childList: z.literal(true),
      subtree: z.literal(true),
      characterData: z.literal(true),
      attributeFilter: z.array(z.string()),
    })
    .describe("What a page is watched for: a MutationObserverInit."),
  texts: z
    .tuple([z.string(), z.string(), z.string(), z.string()])
    .describe(
      "Regular expressions for texts: where a number may begin, where it may go on in the next text, after what it may, and what is so short that it may be a piece of one.",
    ),
  ignore: z.string().describe("Selector of what is left alone."),
  style: z.string().describe("Style sheet of the page's own numbers and of the highlight that holds one back."),
  trackers: z.string().describe("Regular expression for the scripts of other call trackers."),
  sources: z.array(SourceConfig),
  pages: z
    .array(z.tuple([z.string(), z.string()]))
    .optional()
    .describe(
      "In healthcare mode, where page groups are listed: regular expressions of paths, each with its group's name, to be gone through in this order. What counts pages reads them; the script itself does not.",
    ),
  holdMs: z
    .number()
    .int()
    .nonnegative()
    .describe("A number is held back at most this long while the visit's own is on its way."),
  heartbeatSeconds: z.number().int().positive(),
});
export type SiteConfig = z.infer<typeof SiteConfig>;
