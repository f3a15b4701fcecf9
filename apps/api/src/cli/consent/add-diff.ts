import { meansAsked, sayCitation } from "@ringtrail/api-contract";
import { diffRuleSets, load2017Article, type LoadedRuleSet, type PlaceChange } from "@ringtrail/recording-law";
import type { Command } from "commander";
import { CommandFailure, makeOutput } from "../output.ts";
import { findLaw, refusedLaw } from "./find-law.ts";

const names = ["us-2017-article", "current"];

/** `ringtrail consent diff`: what one rule set asks for and another does not, place by place. */
export function addDiff(program: Command, consent: Command): void {
  consent
    .command("diff")
    .description("what changed between two rule sets for telephone calls, with the law and the reason")
    .argument("<before>", `a rule set: ${names.join(" or ")}`)
    .argument("<after>", "another one")
    .addHelpText(
      "after",
      "\nExamples:\n  ringtrail consent diff us-2017-article current\n  ringtrail consent diff us-2017-article current --json",
    )
    .action(async (...[before, after]: [string, string]) => {
      const output = makeOutput(program.opts()["json"] === true);
      const sets = [await findRuleSet(before), await findRuleSet(after)] as const;
      const diff = diffRuleSets(...sets);
      const [from, to] = sets.map(({ name, version, asOf, hash }) => ({ name, version, asOf, hash }));
      output.result({ before: from, after: to, ...diff }, [
        `From ${nameOf(sets[0])} to ${nameOf(sets[1])}. Facts with citations, not legal advice.`,
        ...section("Added", "silence was enough and is no longer", diff.added),
        ...section("Removed", "silence was not enough and is now", diff.removed),
        ...section("Changed", "more than silence in both, and not the same", diff.changed),
        ...section("Kept", "the same in both", diff.kept),
      ]);
    });
}

async function findRuleSet(name: string): Promise<LoadedRuleSet> {
  if (name === "current") return findLaw();
  if (name !== "us-2017-article") {
    throw new CommandFailure("rule_set_unknown", `No rule set is called ${name}.`, `There are: ${names.join(", ")}.`);
  }
  const article = await load2017Article();
  if (article.ok) return article.value;
  throw refusedLaw(article.reason);
}

function nameOf({ name, version, asOf }: LoadedRuleSet): string {
  return `${name} ${version} (as of ${asOf})`;
}

function section(title: string, means: string, changes: readonly PlaceChange[]): readonly string[] {
  if (changes.length === 0) return [];
  return ["", `${title} (${changes.length}): ${means}`, ...changes.flatMap(describe)];
}

function describe({ place, name, before, after, why, citations }: PlaceChange): readonly string[] {
  const was = before === after ? sayIn(after) : `${sayIn(before)} -> ${sayIn(after)}`;
  return [
    "",
    `  ${place}  ${name}: ${was}`,
    `    ${why}`,
    ...citations.map((citation) => `    ${sayCitation(citation)}`),
  ];
}

function sayIn(means: PlaceChange["before"]): string {
  return means === undefined ? "not spoken of" : meansAsked[means];
}
