import { buildRuleSet } from "./build-rule-set.ts";
import { countryFiles } from "./law-files.ts";
import { overrideRules } from "./override-rules.ts";
import type { Loaded } from "./rule-set.ts";
import { shippedFiles } from "./shipped-files.ts";

/** Which law to load. */
export interface LoadOptions {
  /** Countries by ISO code, `EU` included; default all. A number from another one is then an error, not a guess. */
  readonly countries?: readonly string[];
  /** An owner's override file, parsed. Its shape is `schema/overrides.schema.json`. */
  readonly overrides?: unknown;
}

/**
 * Loads the law as this package carries it, one file per country, checked against its seal.
 *
 * Facts with citations, not legal advice.
 */
export async function loadRuleSet(options: LoadOptions = {}): Promise<Loaded> {
  const countries = options.countries ?? Object.keys(countryFiles);
  const missing = countries.find((country) => !Object.hasOwn(countryFiles, country));
  if (missing !== undefined) return { ok: false, reason: { code: "country_has_no_file", country: missing } };
  const files = await shippedFiles(countries);
  if (!files.ok) return files;
  const built = await buildRuleSet(files.value);
  if (!built.ok || options.overrides === undefined) return built;
  return overrideRules(built.value, options.overrides);
}
