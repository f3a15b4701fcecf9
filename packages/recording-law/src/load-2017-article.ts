import article from "../law/us-2017-article.json" with { type: "json" };
import { contentHash } from "./content-hash.ts";
import { makeJsonReader } from "./json-reader.ts";
import { loadRuleSet } from "./load-rule-set.ts";
import type { Loaded, PlaceLaw } from "./rule-set.ts";

/**
 * Loads `us-2017-article`: the eleven all-party states a 2017 article told call centres of, and silence elsewhere in
 * the United States. It exists to show what changed and why, and is never to be used for calls.
 */
export async function load2017Article(): Promise<Loaded> {
  const today = await loadRuleSet({ countries: ["US"] });
  if (!today.ok) return today;
  const reader = makeJsonReader();
  const allParty = reader.texts(article.allParty, "allParty");
  const places = [...today.value.places.values()].map((law) => asIn2017(law, allParty.includes(law.place)));
  const at = reader.wrongAt() ?? allParty.find((place) => !today.value.places.has(place));
  if (at !== undefined) return { ok: false, reason: { code: "rule_set_malformed", file: article.name, at } };
  const { name, version, asOf, fromMs } = article;
  return {
    ok: true,
    value: {
      ...today.value,
      name,
      version,
      asOf,
      fromMs,
      hash: await contentHash(article),
      places: new Map(places.map((law) => [law.place, law])),
      notLoaded: new Set(),
    },
  };
}

function asIn2017(law: PlaceLaw, isAllParty: boolean): PlaceLaw {
  const means = isAllParty ? "announce" : "silent";
  const verification = "unverified";
  return {
    ...law,
    phone: means,
    video: means,
    confidence: "settled",
    announcementMustBeRecorded: false,
    noticeMethods: ["voice"],
    exceptions: [],
    citations: [{ text: article.citation, of: law.place, verification, asOf: article.asOf, sources: [] }],
    summary: isAllParty ? "The article lists it: every party must agree." : "The article does not list it.",
  };
}
