import type { Command } from "commander";
import type { Finding } from "../doctor/finding.ts";
import { runHipaaDoctor } from "../doctor/hipaa/run-hipaa-doctor.ts";
import { runDoctor } from "../doctor/run-doctor.ts";
import { makeOutput } from "./output.ts";
import { readCliSettings } from "./read-cli-settings.ts";

/** `ringtrail doctor`: checks this installation, line by line. Ends with 1 when something is wrong. */
export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("check this installation, line by line; nothing is changed")
    .option("--port <number>", "the port the server listens on (PORT, default 8787)")
    .option("--hipaa", "instead: what a clinic must keep, line by line (docs/guides/healthcare.md)")
    .option("--log <file>", "with --hipaa: a log to look for phone numbers in; again for another", gather, [])
    .option("--data <folder>", "the data folder (DATA_FOLDER, default .data)")
    .addHelpText(
      "after",
      "\nExamples:\n  ringtrail doctor\n  PUBLIC_URL=https://calls.example.com ringtrail doctor --json\n  ringtrail doctor --hipaa --log /var/log/nginx/access.log",
    )
    .action(async (options: { port?: string; data?: string; hipaa?: true; log: readonly string[] }) => {
      const output = makeOutput(program.opts()["json"] === true);
      const settings = readCliSettings({ PORT: options.port, DATA_FOLDER: options.data });
      const findings = options.hipaa === true ? await runHipaaDoctor(settings, options.log) : await runDoctor(settings);
      const problems = findings.filter(({ state }) => state === "problem").length;
      output.result({ ok: problems === 0, findings }, [...findings.flatMap(describe), "", summary(problems)]);
      if (problems > 0) process.exitCode = 1;
    });
}

function gather(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function describe({ check, state, says, fix }: Finding): readonly string[] {
  const line = `${state.padEnd(8)} ${check.replaceAll("_", " ").padEnd(18)} ${says}`;
  return fix === undefined ? [line] : [line, `${" ".repeat(28)}-> ${fix}`];
}

function summary(problems: number): string {
  if (problems === 0) return "Nothing is wrong.";
  return problems === 1 ? "1 problem." : `${problems} problems.`;
}
