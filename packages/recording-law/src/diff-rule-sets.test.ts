import { expect, test } from "vitest";
import { mustLoad } from "../testing/rules.ts";
import { diffRuleSets } from "./diff-rule-sets.ts";
import { load2017Article } from "./load-2017-article.ts";
import { loadRuleSet } from "./load-rule-set.ts";

const states = (changes: readonly { readonly place: string }[]) => changes.map(({ place }) => place.slice(3));
const diff = diffRuleSets(mustLoad(await load2017Article()), mustLoad(await loadRuleSet()));

test("since the 2017 article Delaware, Michigan, Nevada and the territories were added, and Hawaii removed", () => {
  expect(states(diff.added)).toEqual(["AS", "DE", "GU", "MI", "MP", "NV", "PR", "VI"]);
  expect(states(diff.removed)).toEqual(["HI"]);
  expect(states(diff.kept)).toEqual(["CA", "CT", "FL", "IL", "MA", "MD", "MT", "NH", "PA", "WA"]);
  expect(diff.changed).toEqual([]);
});

test("each change says why, in words of its own, and cites the law", () => {
  const all = [...diff.added, ...diff.removed, ...diff.kept];

  expect(all.filter(({ why, citations }) => why === "" || citations.length === 0)).toEqual([]);
  expect(diff.removed[0]?.why).toMatch(/one-party/);
});

test("the article named eleven states", async () => {
  const article = mustLoad(await load2017Article());

  expect([...article.places.values()].filter(({ phone }) => phone === "announce")).toHaveLength(11);
  expect(article).toMatchObject({ name: "us-2017-article", asOf: "2017" });
});

test("a rule set differs from itself in nothing", async () => {
  const rules = mustLoad(await loadRuleSet());

  expect(diffRuleSets(rules, rules)).toMatchObject({ added: [], removed: [], changed: [] });
});
