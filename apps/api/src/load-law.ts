import type { RuleSet } from "@ringtrail/core/consent";
import { loadRuleSet } from "@ringtrail/recording-law";
import type { Log } from "./log.ts";

/** Loads the law as data. Broken data is no reason to refuse calls: without it every call is announced. */
export async function loadLaw(log: Log): Promise<RuleSet | undefined> {
  const loaded = await loadRuleSet();
  if (loaded.ok) return loaded.value;
  log.error({ code: loaded.reason.code }, "the recording law could not be loaded: every call is treated strictly");
  return undefined;
}
