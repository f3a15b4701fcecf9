import { contentHash } from "./content-hash.ts";
import { makeJsonReader, type JsonReader } from "./json-reader.ts";
import type { Loaded, LoadedRuleSet, PlaceLaw } from "./rule-set.ts";

const means = ["announce", "silent", "active_consent", "do_not_record"] as const;

/**
 * Lays an owner's overrides over a rule set: `{ "overrides": [{ place, phone?, video?, reason, author, date }] }`.
 *
 * The result has a name and a hash of its own, because a proof must say what was really asked; every decision the
 * change touches carries its reason, author and date.
 */
export async function overrideRules(rules: LoadedRuleSet, json: unknown): Promise<Loaded> {
  const reader = makeJsonReader();
  const root = reader.object(json, "overrides");
  const changed = reader.each(root["overrides"], "overrides", (item, at) => overridden(reader, rules, item, at));
  const at = reader.wrongAt();
  if (at !== undefined) return { ok: false, reason: { code: "override_wrong", at } };
  const places = new Map(rules.places);
  for (const law of changed) if (law !== undefined) places.set(law.place, law);
  const hash = await contentHash([rules.hash, root["overrides"] ?? []]);
  return { ok: true, value: { ...rules, name: `${rules.name} with the owner's overrides`, hash, places } };
}

function overridden(reader: JsonReader, rules: LoadedRuleSet, item: unknown, at: string): PlaceLaw | undefined {
  const fields = reader.object(item, at);
  const law = rules.places.get(reader.text(fields["place"], `${at}.place`));
  if (law === undefined) reader.wrong(`${at}.place`);
  if (fields["phone"] === undefined && fields["video"] === undefined) reader.wrong(`${at}.phone`);
  const date = reader.text(fields["date"], `${at}.date`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) reader.wrong(`${at}.date`);
  const override = {
    reason: reader.text(fields["reason"], `${at}.reason`),
    author: reader.text(fields["author"], `${at}.author`),
    date,
  };
  const changed = (field: "phone" | "video") =>
    fields[field] === undefined ? {} : { [field]: reader.oneOf(fields[field], means, `${at}.${field}`) };
  return law && { ...law, ...changed("phone"), ...changed("video"), exceptions: [], override };
}
