import { contentHash } from "./content-hash.ts";
import { makeJsonReader, type JsonReader } from "./json-reader.ts";
import { articleFile } from "./law-files.ts";
import { loadRuleSet } from "./load-rule-set.ts";
import type { LawCitation, Loaded, LoadedRuleSet, PlaceLaw } from "./rule-set.ts";

const file = "us-2017-article";

/**
 * Loads `us-2017-article`: the eleven all-party states a 2017 article told call centres of, and silence elsewhere in
 * the United States. It exists to show what changed and why, and is never to be used for calls.
 */
export async function load2017Article(): Promise<Loaded> {
  const today = await loadRuleSet({ countries: ["US"] });
  if (!today.ok) return today;
  const json = await articleFile().then(
    (loaded) => loaded.default,
    () => undefined,
  );
  if (json === undefined) return { ok: false, reason: { code: "rule_set_unreadable", file } };
  const reader = makeJsonReader();
  const value = inPlaceOf(reader, today.value, json, await contentHash(json));
  const at = reader.wrongAt();
  return at === undefined ? { ok: true, value } : { ok: false, reason: { code: "rule_set_malformed", file, at } };
}

function inPlaceOf(reader: JsonReader, today: LoadedRuleSet, json: unknown, hash: string): LoadedRuleSet {
  const article = reader.object(json, "");
  const asOf = reader.text(article["asOf"], "asOf");
  const text = reader.text(article["citation"], "citation");
  const allParty = reader.texts(article["allParty"], "allParty");
  const stranger = allParty.find((place) => !today.places.has(place));
  if (stranger !== undefined) reader.wrong(`allParty: ${stranger}`);
  const fromMs = article["fromMs"];
  if (typeof fromMs !== "number") reader.wrong("fromMs");
  const places = [...today.places.values()].map((law) => {
    const citation: LawCitation = { text, of: law.place, verification: "unverified", asOf, sources: [] };
    return asIn2017(law, allParty.includes(law.place), citation);
  });
  return {
    ...today,
    name: reader.text(article["name"], "name"),
    version: reader.text(article["version"], "version"),
    asOf,
    fromMs: typeof fromMs === "number" ? fromMs : Number.POSITIVE_INFINITY,
    hash,
    places: new Map(places.map((law) => [law.place, law])),
    notLoaded: new Set(),
  };
}

function asIn2017(law: PlaceLaw, isAllParty: boolean, citation: LawCitation): PlaceLaw {
  const means = isAllParty ? "announce" : "silent";
  return {
    ...law,
    phone: means,
    video: means,
    confidence: "settled",
    announcementMustBeRecorded: false,
    noticeMethods: ["voice"],
    exceptions: [],
    citations: [citation],
    summary: isAllParty ? "The article lists it: every party must agree." : "The article does not list it.",
  };
}
