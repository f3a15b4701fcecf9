import type { CheckedCitation, Means, PlaceLawShown, RecordingPlaces, RuleSetDiffShown } from "@ringtrail/api-contract";
import type { ContractWorld } from "./contract-world.ts";

/** All states and territories, with what each asks for: `s` nothing, `a` announce, `i` inside too, `d` disputed. */
const states =
  "AL Alabama s,AK Alaska s,AZ Arizona s,AR Arkansas s,CA California a,CO Colorado s,CT Connecticut i,DE Delaware d," +
  "DC District of Columbia s,FL Florida a,GA Georgia s,HI Hawaii s,ID Idaho s,IL Illinois a,IN Indiana s,IA Iowa s," +
  "KS Kansas s,KY Kentucky s,LA Louisiana s,ME Maine s,MD Maryland a,MA Massachusetts a,MI Michigan d,MN Minnesota s," +
  "MS Mississippi s,MO Missouri s,MT Montana a,NE Nebraska s,NV Nevada a,NH New Hampshire a,NJ New Jersey s," +
  "NM New Mexico s,NY New York s,NC North Carolina s,ND North Dakota s,OH Ohio s,OK Oklahoma s,OR Oregon s," +
  "PA Pennsylvania a,RI Rhode Island s,SC South Carolina s,SD South Dakota s,TN Tennessee s,TX Texas s,UT Utah s," +
  "VT Vermont s,VA Virginia s,WA Washington i,WV West Virginia s,WI Wisconsin s,WY Wyoming s,AS American Samoa d," +
  "GU Guam d,MP Northern Mariana Islands d,PR Puerto Rico d,VI U.S. Virgin Islands d";

const order: readonly Means[] = ["silent", "announce", "active_consent", "do_not_record"];

/** A rule set's name, version and hash. */
export const sampleRuleSet = { name: "current", version: "1.0.0", asOf: "2026-11", hash: "ab".repeat(32) } as const;

/** An authority for the law of a place. */
export function aCitation(of: string, text = `The law of ${of}`): CheckedCitation {
  return {
    of,
    text,
    verification: "read",
    asOf: "2026-11",
    sources: ["https://law.example/act"],
    checked: "source read",
  };
}

function aPlace(place: string, name: string, law: Means, over: Partial<PlaceLawShown> = {}): PlaceLawShown {
  return {
    place,
    name,
    law,
    answer: law,
    recommended: law === "silent" ? "announce" : law,
    headline: "Announce first, then record.",
    governing: { place, name, words: `The law of ${name} decides: where the caller may be.` },
    noticeInside: false,
    lawNoticeInside: false,
    isDisputed: false,
    activeConsentAdvised: false,
    citations: [aCitation(place, `${name} Code § 1`)],
    ...over,
  };
}

const alone: readonly PlaceLawShown[] = [
  ...states.split(",").map((line) => {
    const [letters, name, kind] = [line.slice(0, 2), line.slice(3, -2), line.at(-1)];
    const inside = kind === "i";
    return aPlace(`US-${letters}`, name, kind === "s" ? "silent" : "announce", {
      noticeInside: inside,
      lawNoticeInside: inside,
      isDisputed: kind === "d",
    });
  }),
  aPlace("DE", "Germany", "active_consent", { isDisputed: true }),
  aPlace("GB", "United Kingdom", "announce"),
];

/** What a place asks for alone; undefined for one without a rule. */
export function lawOf(place: string): PlaceLawShown | undefined {
  return alone.find((one) => one.place === place);
}

/** Every place answered for a business: the stricter of both. */
export function samplePlaces(business: readonly string[], overrides: ContractWorld["overrides"] = {}): RecordingPlaces {
  const own = business.flatMap((place) => lawOf(place) ?? []);
  const strictest = own.toSorted((a, b) => order.indexOf(b.law) - order.indexOf(a.law))[0];
  return {
    ruleSet: { ...sampleRuleSet },
    business: own.map(({ place, name }) => ({ place, name })),
    places: alone.map((one): PlaceLawShown => {
      const override = overrides[one.place];
      if (override !== undefined) return { ...one, override };
      if (strictest === undefined || order.indexOf(one.law) >= order.indexOf(strictest.law)) return one;
      const words = `The law of ${strictest.name} decides: where you do business.`;
      const { law: answer, place, name } = strictest;
      return { ...one, answer, recommended: answer, governing: { place, name, words } };
    }),
    withoutRule: [{ place: "JM", name: "Jamaica" }],
    footnote: "Rule set current 1.0.0, as of 2026-11. Facts with citations, not legal advice.",
  };
}

/** What changed since a list that had Hawaii and lacked Delaware. */
export function sampleDiff(): RuleSetDiffShown {
  const change = (place: string, name: string, before: Means, after: Means, why: string) => {
    return { place, name, before, after, why, citations: [aCitation(place, `${name} Code § 1`)] };
  };
  return {
    before: { name: "us-2017-article", version: "1.0.0", asOf: "2017", hash: "cd".repeat(32) },
    after: { ...sampleRuleSet },
    added: [change("US-DE", "Delaware", "silent", "announce", "The 2017 list omits Delaware.")],
    removed: [change("US-HI", "Hawaii", "announce", "silent", "For telephone calls one party is enough.")],
    changed: [],
    kept: [change("US-CA", "California", "announce", "announce", "Authorities read agree.")],
    footnote: "Rule set current 1.0.0, as of 2026-11. Facts with citations, not legal advice.",
  };
}
