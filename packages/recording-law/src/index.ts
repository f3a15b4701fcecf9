// Call recording law as data. Facts with citations, not legal advice.
export { buildRuleSet } from "./build-rule-set.ts";
export type { RuleSetFiles } from "./build-rule-set.ts";
export { diffRuleSets } from "./diff-rule-sets.ts";
export type { PlaceChange, RuleSetDiff } from "./diff-rule-sets.ts";
export { load2017Article } from "./load-2017-article.ts";
export { loadRuleSet } from "./load-rule-set.ts";
export type { LoadOptions } from "./load-rule-set.ts";
export { overrideRules } from "./override-rules.ts";
export { ruleSetVersion } from "./rule-set-version.ts";
export { shippedFiles } from "./shipped-files.ts";
export type {
  Exception,
  LawCitation,
  Loaded,
  LoadedRuleSet,
  Means,
  NoticeWords,
  Override,
  PlaceLaw,
  PrincipleName,
  Purpose,
  RuleSetBroken,
  Verification,
} from "./rule-set.ts";
