import { brotliCompressSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import areaCodes from "../law/area-codes.json" with { type: "json" };
import us from "../law/US.json" with { type: "json" };
import { countryFiles } from "./law-files.ts";
import * as door from "./index.ts";

const { loadRuleSet, ruleSetVersion } = door;

test("the door offers these names and no others", () => {
  expect(Object.keys(door).toSorted()).toEqual([
    "buildRuleSet",
    "diffRuleSets",
    "load2017Article",
    "loadRuleSet",
    "overrideRules",
    "ruleSetVersion",
    "shippedFiles",
  ]);
});

test("the whole law speaks of 57 places of the United States, 14 of Canada, 9 of Australia and 33 others", async () => {
  const loaded = await loadRuleSet();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.reason));
  const places = [...loaded.value.places.keys()];
  const of = (country: string) => places.filter((place) => place.startsWith(country)).length;

  expect({ all: places.length, us: of("US"), ca: of("CA"), au: of("AU") }).toEqual({ all: 113, us: 57, ca: 14, au: 9 });
  expect(loaded.value.version).toBe(ruleSetVersion);
  expect(loaded.value.notLoaded.size).toBe(0);
});

test("one country can be loaded alone, under the hash of the whole, and the others are known to be missing", async () => {
  const [all, alone] = [await loadRuleSet(), await loadRuleSet({ countries: ["US"] })];
  if (!all.ok || !alone.ok) throw new Error("refused");

  expect(alone.value.hash).toBe(all.value.hash);
  expect([...alone.value.places.keys()].every((place) => place.startsWith("US"))).toBe(true);
  expect(alone.value.notLoaded).toContain("DE");
});

test("a country without a file is refused by name", async () => {
  expect(await loadRuleSet({ countries: ["US", "JM"] })).toEqual({
    ok: false,
    reason: { code: "country_has_no_file", country: "JM" },
  });
});

test("every verification mark and date of the law is carried, none is invented", () => {
  const marks = Object.values(us.places).map(({ verification }) => verification);
  const count = (mark: string) => marks.filter((one) => one === mark).length;

  expect([count("read"), count("list-corroborated"), count("read-address-not-kept"), count("unverified")]).toEqual([
    25, 21, 6, 5,
  ]);
  expect(new Set(Object.values(us.places).map(({ asOf }) => asOf))).toEqual(new Set(["2026-11"]));
});

test("every file that is listed as lazy is there", async () => {
  const files = await Promise.all(Object.values(countryFiles).map((load) => load()));

  expect(files).toHaveLength(36);
});

test("the law of the United States with its area codes takes at most 15 kB in brotli", () => {
  const bytes = brotliCompressSync(JSON.stringify(us) + JSON.stringify(areaCodes)).length;
  console.log(`US law and area codes: ${bytes} bytes in brotli`);

  expect(bytes).toBeLessThanOrEqual(15_000);
});

test("the change-log of the law begins with the version that is sealed, and its hash", async () => {
  const loaded = await loadRuleSet({ countries: [] });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.reason));
  const changes = readFileSync(new URL("../RULES.md", import.meta.url), "utf8");
  const first = /^## (?<version>\S+) .*\n+(?:.*\n)*?Hash: `(?<hash>[0-9a-f]{64})`/m.exec(changes)?.groups;

  expect(first).toMatchObject({ version: ruleSetVersion, hash: loaded.value.hash });
});
