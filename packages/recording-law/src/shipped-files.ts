import type { RuleSetFiles } from "./build-rule-set.ts";
import { countryFiles, manifestFile, sharedFiles, type LawFile } from "./law-files.ts";
import type { Loaded } from "./rule-set.ts";

/**
 * The files of the law this package carries, unchecked: for keeping a copy. `buildRuleSet` makes a rule set of them.
 *
 * @param countries by ISO code; default all. One without a file is passed over.
 */
export async function shippedFiles(countries?: readonly string[]): Promise<Loaded<RuleSetFiles>> {
  const wanted = Object.entries(countryFiles).filter(([country]) => countries?.includes(country) ?? true);
  const files: Record<string, unknown> = {};
  const manifest = await fetchFile(manifestFile);
  if (!manifest.isThere) return { ok: false, reason: { code: "rule_set_unreadable", file: "manifest" } };
  for (const [name, load] of [...Object.entries(sharedFiles), ...wanted]) {
    const file = await fetchFile(load);
    if (!file.isThere) return { ok: false, reason: { code: "rule_set_unreadable", file: name } };
    files[name] = file.json;
  }
  return { ok: true, value: { manifest: manifest.json, files } };
}

/** A file that is gone or is no JSON rejects its import; that is a reason, not a crash. */
async function fetchFile(load: LawFile): Promise<{ readonly isThere: boolean; readonly json?: unknown }> {
  return load().then(
    ({ default: json }) => ({ isThere: true, json }),
    () => ({ isThere: false }),
  );
}
