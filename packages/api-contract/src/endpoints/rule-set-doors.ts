import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { RuleSetShown } from "../shapes/place-law.ts";
import { RuleSetDiffShown } from "../shapes/rule-set-diff.ts";

/** Every rule set there is to compare. */
export const RuleSetList = z
  .object({
    ruleSets: z.array(
      RuleSetShown.extend({
        id: z.string().describe("What the comparison calls it: `current`, `us-2017-article`."),
        isHistorical: z.boolean().describe("Kept to show what changed, never used for calls."),
      }),
    ),
  })
  .meta({ id: "RuleSetList" });
export type RuleSetList = z.infer<typeof RuleSetList>;

/** The rule sets. */
export const listRuleSets = defineEndpoint({
  method: "GET",
  path: "/v1/recording-consent/rule-sets",
  name: "listRuleSets",
  summary: "Every rule set with its version and hash",
  scope: "calls:read",
  status: 200,
  response: RuleSetList,
  whole: "the rule sets that are shipped",
  problems: [],
});

/** What changed from one rule set to another. */
export const compareRuleSets = defineEndpoint({
  method: "GET",
  path: "/v1/recording-consent/rule-sets/diff",
  name: "compareRuleSets",
  summary: "What one rule set adds to another, takes from it, changes and keeps",
  scope: "calls:read",
  query: z.object({
    before: z.string().max(64).default("us-2017-article"),
    after: z.string().max(64).default("current"),
  }),
  status: 200,
  response: RuleSetDiffShown,
  whole: "the places of the law",
  problems: ["rule_set_unknown"],
});
