// Writes the tables of docs/guides/may-i-record.md from the law, so that the guide cannot say what the engine does not
// do: `pnpm guide`. The test beside this script fails when the guide is older than the law.
import { readFile, writeFile } from "node:fs/promises";
import { diffRuleSets, load2017Article, loadRuleSet } from "../src/index.ts";
import { fillTables, guideTables } from "./guide-tables.ts";

const guide = new URL("../../../docs/guides/may-i-record.md", import.meta.url);
const [rules, article] = [await loadRuleSet(), await load2017Article()];
if (!rules.ok || !article.ok) throw new Error(JSON.stringify([rules, article]));
const tables = guideTables(rules.value, diffRuleSets(article.value, rules.value));
await writeFile(guide, fillTables(await readFile(guide, "utf8"), tables));
