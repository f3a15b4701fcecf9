import type { RefusedRuleSet, RuleSet } from "@ringtrail/core/consent";
import { loadRuleSet, type RuleSetBroken } from "@ringtrail/recording-law";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import { findLastGood, keepLastGood } from "./last-good-law.ts";
import { readLaw } from "./read-law.ts";

/** The law a server decides by. */
export interface LawInForce {
  /** Undefined when there is none at all: then every call is announced without asking any law. */
  readonly rules: RuleSet | undefined;
  /** Why the rule set that was meant to be in force is not. */
  readonly refused: RefusedRuleSet | undefined;
}

/**
 * Loads the law an installation asks for. One that fails its schema or its seal is refused as a whole; the last good
 * one stands in for it, and every call is announced. Broken data is no reason to refuse calls.
 */
export async function loadLaw(dataFolder: string, log: Log): Promise<LawInForce> {
  const read = await readLaw(dataFolder);
  if (read.ok) {
    await keepLastGood(dataFolder, read.value).catch((error: unknown) => {
      log.warn(describeError(error), "the recording law could not be kept for the day it is damaged");
    });
    return { rules: read.value.rules, refused: undefined };
  }
  const refused = whatWasRefused(read.reason);
  const lastGood = (await findLastGood(dataFolder))?.rules ?? (await shippedLaw());
  log.error(
    { ...refused, lastGood: lastGood?.version ?? "none" },
    "the recording law was refused: every call is announced",
  );
  return { rules: lastGood && { ...lastGood, standsInFor: refused }, refused };
}

/** An owner's own rule set may be broken while the shipped one is whole. */
async function shippedLaw(): Promise<RuleSet | undefined> {
  const shipped = await loadRuleSet();
  return shipped.ok ? shipped.value : undefined;
}

/** A broken rule set as the decision, the health page and the doctor name it. */
export function whatWasRefused(broken: RuleSetBroken): RefusedRuleSet {
  switch (broken.code) {
    case "rule_set_malformed":
      return { code: broken.code, where: `${broken.file}: ${broken.at}` };
    case "rule_set_hash_wrong":
    case "rule_set_unreadable":
      return { code: broken.code, where: broken.file };
    case "country_has_no_file":
      return { code: broken.code, where: broken.country };
    case "override_wrong":
      return { code: broken.code, where: broken.at };
  }
}
