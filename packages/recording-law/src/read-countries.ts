import { makeJsonReader } from "./json-reader.ts";
import type { Loaded, LoadedRuleSet } from "./rule-set.ts";

type Countries = Pick<LoadedRuleSet, "countries" | "memberOf" | "callingCodes">;

/** Reads every country code there is, which union or state a country's law stands under, and the calling codes. */
export function readCountries(json: unknown): Loaded<Countries> {
  const reader = makeJsonReader();
  const root = reader.object(json, "");
  const split = (value: unknown, at: string) => reader.text(value, at).split(" ");
  const entries = (field: string) => Object.entries(reader.object(root[field], field));
  const members = entries("union").flatMap(([union, list]) =>
    split(list, union).map((member) => [member, union] as const),
  );
  const same = entries("sameAs").map(([country, part]) => [country, reader.text(part, country)] as const);
  const value = {
    countries: new Set(split(root["countries"], "countries")),
    memberOf: new Map([...members, ...same]),
    callingCodes: new Map(entries("callingCodes").map(([code, list]) => [code, split(list, code)])),
  };
  const at = reader.wrongAt();
  if (at !== undefined) return { ok: false, reason: { code: "rule_set_malformed", file: "countries", at } };
  return { ok: true, value };
}
