import { contentHash } from "./content-hash.ts";
import { readAreaCodes } from "./read-area-codes.ts";
import { readCountries } from "./read-countries.ts";
import { readCountry, type CountryLaw } from "./read-country.ts";
import { readManifest, type Manifest } from "./read-manifest.ts";
import { readPrinciples } from "./read-principles.ts";
import type { Loaded, LoadedRuleSet, RuleSetBroken } from "./rule-set.ts";

/** The files of a rule set as parsed JSON. `files` holds `area-codes`, `countries`, `principles` and the countries. */
export interface RuleSetFiles {
  readonly manifest: unknown;
  readonly files: Readonly<Record<string, unknown>>;
}

/**
 * Builds a rule set from its files. One that does not have the shape of its schema, or is not what was sealed, is
 * refused as a whole: half a law is no law. Countries the manifest lists and `files` lacks count as not loaded.
 */
export async function buildRuleSet(given: RuleSetFiles): Promise<Loaded> {
  const manifest = readManifest(given.manifest);
  if (!manifest.ok) return manifest;
  const broken = await firstUnsealed(manifest.value, given);
  if (broken !== undefined) return { ok: false, reason: broken };
  const areaCodes = readAreaCodes(given.files["area-codes"]);
  if (!areaCodes.ok) return areaCodes;
  const world = readCountries(given.files["countries"]);
  if (!world.ok) return world;
  const principles = readPrinciples(given.files["principles"]);
  if (!principles.ok) return principles;
  const countries: CountryLaw[] = [];
  for (const [name, json] of Object.entries(given.files).filter(([file]) => isCountryFile(file))) {
    const country = readCountry(name, json);
    if (!country.ok) return country;
    countries.push(country.value);
  }
  const { name, version, hash, asOf, fromMs, files } = manifest.value;
  const value: LoadedRuleSet = {
    name,
    version,
    hash,
    asOf,
    fromMs,
    ...world.value,
    places: new Map(countries.flatMap(({ places }) => places.map((law) => [law.place, law] as const))),
    subdivided: new Set(countries.filter((one) => one.listsEveryPart).map(({ country }) => country)),
    notLoaded: new Set(Object.keys(files).filter((file) => isCountryFile(file) && given.files[file] === undefined)),
    areaCodes: areaCodes.value,
    principles: principles.value,
  };
  return { ok: true, value };
}

function isCountryFile(name: string): boolean {
  return /^[A-Z]{2}$/.test(name);
}

/** The seal covers the name, the version and every file's hash; each file given must have the hash it lists. */
async function firstUnsealed(manifest: Manifest, given: RuleSetFiles): Promise<RuleSetBroken | undefined> {
  const { $schema: _schema, hash: _hash, ...sealed } = manifest.whole;
  if ((await contentHash(sealed)) !== manifest.hash) return { code: "rule_set_hash_wrong", file: "manifest" };
  for (const [file, json] of Object.entries(given.files)) {
    if ((await contentHash(json)) !== manifest.files[file]) return { code: "rule_set_hash_wrong", file };
  }
  return undefined;
}
