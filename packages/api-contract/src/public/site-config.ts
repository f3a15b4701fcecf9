import { z } from "zod";

/**
 * When a visit belongs to a source, worked out on the page without a request: the first rule that fits wins.
 *
 * `anyParam`: one of these query parameters is present. `utm`: each parameter named equals one of its values, letter
 * case and outer spaces aside. `referrer`: the referrer's host is one of these or ends with a dot and one of them; an
 * empty list fits every other site. A rule without conditions fits every visit. Written by `sourceRules` of the core.
 */
export const SourceRule = z.object({
  anyParam: z.array(z.string()).optional(),
  utm: z
    .object({
      source: z.array(z.string()).optional(),
      medium: z.array(z.string()).optional(),
      campaign: z.array(z.string()).optional(),
    })
    .optional(),
  referrer: z.array(z.string()).optional(),
});

/**
 * A source with the numbers that stand for it, one per target number. A source without numbers has its place in the
 * order all the same: a visit that belongs to it must not be taken for one of a later source.
 */
export const SourceConfig = z.object({
  name: z.string(),
  rules: z.array(SourceRule),
  numbers: z.array(z.object({ target: z.string(), e164: z.string() })),
});

/** The answer of `GET /v1/sites/{key}/config`: cacheable, the same for every visitor of one place. */
export const SiteConfig = z.object({
  site: z.string().describe("The site's public key."),
  version: z.string(),
  /** The owner's declared regime, or the stricter one of the visitor's place. */
  regime: z.enum(["opt-in", "opt-out", "unknown"]),
  targets: z.array(z.object({ id: z.string(), e164: z.string() })),
  sources: z.array(SourceConfig),
  heartbeatSeconds: z.number().int().positive(),
});
export type SiteConfig = z.infer<typeof SiteConfig>;
