import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { CommandFailure } from "../output.ts";
import { decideCase } from "./decide-case.ts";
import { findLaw } from "./find-law.ts";

/** `ringtrail consent decide`: a file of cases in, one JSON line per case out. Ends with 1 when a case is wrong. */
export function addDecide(consent: Command): void {
  consent
    .command("decide")
    .description("decide many cases; one JSON line per case on stdout and nothing else")
    .requiredOption("--cases <file>", "a JSON array of cases (docs/guides/recording-law.md); - reads stdin")
    .addHelpText(
      "after",
      `
Each line is {"id","minimum","recommended","governing","citations","ruleSet"}, or {"id","error":{"code","field",...}}
for a case that cannot be decided; then the command ends with 1. Fields it does not know are passed over; unknown flags
are not.

Examples:
  ringtrail consent decide --cases cases.json
  echo '[{"id":1,"business_jurisdictions":["US-TX"],"caller":{"number":"+14155550123"},"flags":{}}]' \\
    | ringtrail consent decide --cases -`,
    )
    .action(async ({ cases: file }: { cases: string }) => {
      const cases = parseCases(file, await read(file));
      const rules = await findLaw();
      let isAllWell = true;
      for (const written of cases) {
        const line = decideCase(rules, written);
        isAllWell &&= !("error" in line);
        console.log(JSON.stringify(line));
      }
      if (!isAllWell) process.exitCode = 1;
    });
}

async function read(file: string): Promise<string> {
  if (file === "-") return text(process.stdin);
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new CommandFailure("cases_unreadable", `${file} cannot be read.`, "Check the path.");
  }
}

function parseCases(file: string, written: string): readonly unknown[] {
  const fix = "Write a JSON array of cases, as docs/guides/recording-law.md shows one.";
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch {
    throw new CommandFailure("cases_malformed", `${file} is no JSON.`, fix);
  }
  if (!Array.isArray(json)) throw new CommandFailure("cases_malformed", `${file} holds no array.`, fix);
  return json;
}
