import { err, ok, type Result } from "@ringtrail/core";
import { load2017Article, loadRuleSet, type Loaded, type LoadedRuleSet } from "@ringtrail/recording-law";

/** Every rule set this package carries, by the name a comparison calls it. */
const loaders: Readonly<Record<string, () => Promise<Loaded>>> = {
  current: loadRuleSet,
  "us-2017-article": load2017Article,
};

/** The names, newest first. */
export const ruleSetNames: readonly string[] = Object.keys(loaders);

/** Only the current set is for calls; the others show what changed. */
export function isHistorical(name: string): boolean {
  return name !== "current";
}

/** Loads a rule set by name, sealed and checked. A set that is broken is refused as a whole. */
export async function openRuleSet(
  name: string,
): Promise<Result<LoadedRuleSet, { readonly code: "rule_set_unknown" } | { readonly code: "not_ready" }>> {
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  if (load === undefined) return err({ code: "rule_set_unknown" });
  const loaded = await load();
  return loaded.ok ? ok(loaded.value) : err({ code: "not_ready" });
}
