import type { Command } from "commander";
import { addDecide } from "./add-decide.ts";
import { addDiff } from "./add-diff.ts";
import { addExplain } from "./add-explain.ts";
import { addVerify } from "./add-verify.ts";

/** `ringtrail consent`: may a call be recorded, why, what changed in the law, and are the proofs whole. */
export function addConsent(program: Command): void {
  const consent = program
    .command("consent")
    .description("may a call be recorded, and can it be proved; facts with citations, not legal advice")
    .addHelpText(
      "after",
      `
Examples:
  ringtrail consent decide --cases cases.json
  ringtrail consent explain --business US-TX --caller +14155550123
  ringtrail consent diff us-2017-article current
  ringtrail consent verify

The law is the one a server of this data folder decides by, with your overrides in DATA_FOLDER/recording-law.`,
    );
  addDecide(consent);
  addExplain(program, consent);
  addDiff(program, consent);
  addVerify(program, consent);
}
