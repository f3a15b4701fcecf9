import { expect, test } from "vitest";
import manifest from "../law/manifest.json" with { type: "json" };
import { buildRuleSet } from "./build-rule-set.ts";
import { contentHash } from "./content-hash.ts";
import { countryFiles, sharedFiles } from "./law-files.ts";

type Files = Readonly<Record<string, unknown>>;

const loadAll = async (): Promise<Files> => {
  const files = Object.entries({ ...sharedFiles, ...countryFiles });
  return Object.fromEntries(await Promise.all(files.map(async ([name, load]) => [name, (await load()).default])));
};

const withSilentCalifornia = (files: Files): Files => {
  const california = /("US-CA":\{.*?"phone":)"announce"/;
  return { ...files, US: JSON.parse(JSON.stringify(files["US"]).replace(california, '$1"silent"')) };
};

/** A seal that fits whatever the files say, for laws that are well sealed and badly shaped. */
const sealFor = async (files: Record<string, unknown>) => {
  const hashes = await Promise.all(Object.entries(files).map(async ([name, json]) => [name, await contentHash(json)]));
  const { name, version, asOf, from, fromMs } = manifest;
  const sealed = { name, version, asOf, from, fromMs, files: Object.fromEntries(hashes) };
  return { ...sealed, hash: await contentHash(sealed) };
};

test("the shipped files are the ones that were sealed", async () => {
  const built = await buildRuleSet({ manifest, files: await loadAll() });

  expect(built).toMatchObject({ ok: true, value: { hash: manifest.hash, version: manifest.version } });
});

test("a file in which one word was changed is refused by name", async () => {
  const files = withSilentCalifornia(await loadAll());

  expect(await buildRuleSet({ manifest, files })).toEqual({
    ok: false,
    reason: { code: "rule_set_hash_wrong", file: "US" },
  });
});

test("a seal in which a hash was changed is refused", async () => {
  const files = withSilentCalifornia(await loadAll());
  const forged = { ...manifest, files: { ...manifest.files, US: await contentHash(files["US"]) } };

  expect(await buildRuleSet({ manifest: forged, files })).toMatchObject({
    reason: { code: "rule_set_hash_wrong", file: "manifest" },
  });
});

const misshapen: [why: string, file: string, from: string, to: string, at: string][] = [
  ["a means that does not exist", "GB", '"phone":"announce"', '"phone":"perhaps"', "places.GB.phone"],
  ["no citation", "GB", '"citation":', '"cited":', "places.GB.citation"],
  ["a verification nobody knows", "GB", '"verification":"read"', '"verification":"sure"', "places.GB.verification"],
  ["an exception without a condition", "FR", '{"continuousWithoutNeed":true}', "{}", "places.FR.exceptions[0].when"],
  ["a place of another country", "GB", '"GB":{', '"FR-75":{', "FR-75"],
  ["no places", "GB", '"places":', '"nowhere":', "places"],
  ["an area code of two digits", "area-codes", '"US-AK":"907"', '"US-AK":"90"', "90"],
  ["a principle without an authority", "principles", '"no_baa":[', '"no_baa":[],"none":[', "no_baa"],
  ["no countries", "countries", '"countries":', '"lands":', "countries"],
];

test.each(misshapen)(
  "a well sealed law with %s is refused, and the place is named",
  async (_why, file, from, to, at) => {
    const sound = await loadAll();
    const files = { ...sound, [file]: JSON.parse(JSON.stringify(sound[file]).replace(from, to)) };

    const built = await buildRuleSet({ manifest: await sealFor(files), files });

    expect(built).toEqual({ ok: false, reason: { code: "rule_set_malformed", file, at } });
  },
);

test.each([null, [], "law", 7, {}])("a seal that is %j is refused", async (broken) => {
  expect(await buildRuleSet({ manifest: broken, files: {} })).toMatchObject({
    reason: { code: "rule_set_malformed", file: "manifest" },
  });
});
