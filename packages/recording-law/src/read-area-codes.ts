import { makeJsonReader } from "./json-reader.ts";
import type { Loaded, LoadedRuleSet, NoPlace } from "./rule-set.ts";

type AreaCodes = LoadedRuleSet["areaCodes"];

const noPlaces: readonly [NoPlace, ...NoPlace[]] = [
  "toll_free",
  "personal",
  "premium",
  "carrier_specific",
  "government",
];

/** Reads the area codes of country code 1: where each was first assigned, or why it names no place. */
export function readAreaCodes(json: unknown): Loaded<AreaCodes> {
  const reader = makeJsonReader();
  const root = reader.object(json, "");
  const codes = new Map<string, { places: readonly string[]; placeless: NoPlace | undefined }>();
  const entries = (field: string) => Object.entries(reader.object(root[field], field));
  const split = (value: unknown, at: string) => reader.text(value, at).split(" ");
  for (const [places, list] of [...entries("places"), ...entries("countryOnly")]) {
    for (const code of split(list, places)) codes.set(code, { places: places.split(" "), placeless: undefined });
  }
  for (const [why, list] of entries("placeless")) {
    const placeless = reader.oneOf(why, noPlaces, `placeless.${why}`);
    for (const code of split(list, why)) codes.set(code, { places: [], placeless });
  }
  const at = reader.wrongAt() ?? [...codes.keys()].find((code) => !/^[2-9]\d\d$/.test(code));
  if (at !== undefined) return { ok: false, reason: { code: "rule_set_malformed", file: "area-codes", at } };
  return { ok: true, value: codes };
}
