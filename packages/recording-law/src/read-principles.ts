import { makeJsonReader, type JsonReader } from "./json-reader.ts";
import { principleNames, type LawCitation, type LawCitations, type Loaded, type LoadedRuleSet } from "./rule-set.ts";

const verifications = [
  "unverified",
  "read",
  "read-address-not-kept",
  "list-corroborated",
  "statute-known",
  "own-rule",
] as const;

/** Reads the rules the decision itself follows. Each must be there with at least one authority. */
export function readPrinciples(json: unknown): Loaded<LoadedRuleSet["principles"]> {
  const reader = makeJsonReader();
  const root = reader.object(json, "");
  const asOf = reader.text(root["asOf"], "asOf");
  const given = reader.object(root["principles"], "principles");
  const read = (name: string) => readCitations(reader, name, asOf, given[name]);
  const value = mapNames(read);
  const at = reader.wrongAt();
  if (at !== undefined) return { ok: false, reason: { code: "rule_set_malformed", file: "principles", at } };
  return { ok: true, value };
}

function readCitations(reader: JsonReader, of: string, asOf: string, json: unknown): LawCitations {
  const [first, ...rest] = reader.each(json, of, (item, at) => {
    const fields = reader.object(item, at);
    return {
      text: reader.text(fields["text"], `${at}.text`),
      of,
      verification: reader.oneOf(fields["verification"], verifications, `${at}.verification`),
      asOf,
      sources: reader.texts(fields["sources"], `${at}.sources`),
    };
  });
  if (first !== undefined) return [first, ...rest];
  reader.wrong(of);
  const nothing: LawCitation = { text: "", of, verification: "unverified", asOf, sources: [] };
  return [nothing];
}

function mapNames(read: (name: string) => LawCitations): LoadedRuleSet["principles"] {
  return Object.fromEntries(principleNames.map((name) => [name, read(name)])) as LoadedRuleSet["principles"];
}
