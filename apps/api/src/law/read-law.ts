import { buildRuleSet, overrideRules, shippedFiles } from "@ringtrail/recording-law";
import type { Loaded, LoadedRuleSet, RuleSetFiles } from "@ringtrail/recording-law";
import { lawFolderOf, readJsonFile, readRulesFolder } from "./law-folder.ts";

/** A law that passed every check, and the files it was made of. */
export interface CheckedLaw {
  readonly rules: LoadedRuleSet;
  /** The same without the owner's overrides. */
  readonly bare: LoadedRuleSet;
  readonly files: RuleSetFiles;
  readonly overrides: unknown;
}

/** Reads the law an installation asks for: its own rule set or the shipped one, under the owner's overrides. */
export async function readLaw(dataFolder: string): Promise<Loaded<CheckedLaw>> {
  const folder = lawFolderOf(dataFolder);
  const files = (await readRulesFolder(folder.rules)) ?? (await shippedFiles());
  if (!files.ok) return files;
  const overrides = await readJsonFile(folder.overrides);
  if (overrides.kind === "unreadable") return { ok: false, reason: { code: "override_wrong", at: "overrides.json" } };
  return checkLaw(files.value, overrides.kind === "json" ? overrides.json : undefined);
}

/** Builds a law of files, checked against their seal, and lays the overrides over it. */
export async function checkLaw(files: RuleSetFiles, overrides: unknown): Promise<Loaded<CheckedLaw>> {
  const built = await buildRuleSet(files);
  if (!built.ok) return built;
  const rules = overrides === undefined ? built : await overrideRules(built.value, overrides);
  return rules.ok ? { ok: true, value: { rules: rules.value, bare: built.value, files, overrides } } : rules;
}
