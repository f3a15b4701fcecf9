import { explainRecording, sayConsidered, sayQuestionWrong } from "@ringtrail/api-contract";
import type { Command } from "commander";
import { CommandFailure, makeOutput } from "../output.ts";
import { decideWritten } from "./decide-case.ts";
import { findLaw } from "./find-law.ts";
import { readFlag, readPlaces, readVisit, writeQuestion, type QuestionOptions } from "./written-question.ts";

const examples = `
Examples:
  ringtrail consent explain --business US-TX --caller +14155550123
  ringtrail consent explain --business US-TX --business US-GA --caller anonymous --agent US-WA
  ringtrail consent explain --business US-TX --caller-place US-TX --flag refused
  ringtrail consent explain --business DE --caller +493023125001 --flag purpose=training --json

Flags are those of a case file (docs/guides/recording-law.md). Places are ISO 3166 codes.`;

/** `ringtrail consent explain`: one call in prose. */
export function addExplain(program: Command, consent: Command): void {
  consent
    .command("explain")
    .description("say in plain words whether a call may be recorded, and why")
    .option("--business <place>", "a place the business handles the call from; may be repeated", readPlaces, [])
    .option("--caller <number>", "the caller's number with country code, or anonymous")
    .option("--caller-place <place>", "where the caller said they are")
    .option("--line <type>", "the number's line: landline, mobile, voip, toll_free or unknown")
    .option("--billing <place>", "where the caller's bills go")
    .option("--visit <place:probability>", "where a credited visit came from; may be repeated", readVisit, [])
    .option("--agent <place>", "where the person answering sits")
    .option("--recorder <place>", "where the recorder stands")
    .option("--channel <channel>", "phone, video or web_call")
    .option("--direction <direction>", "inbound or outbound")
    .option("--want <means>", "your policy where the law leaves a choice: announce, active_consent or do_not_record")
    .option("--flag <name[=value]>", "an event or circumstance of the call; may be repeated", readFlag, {})
    .option("--at <day>", "when the call is, in ISO 8601; default the law as it stands")
    .addHelpText("after", examples)
    .action(async (options: QuestionOptions) => {
      const output = makeOutput(program.opts()["json"] === true);
      const rules = await findLaw();
      const decided = decideWritten(rules, writeQuestion(options));
      if (!decided.ok) {
        const { code, field } = decided.reason;
        const { title, fix } = sayQuestionWrong(decided.reason);
        throw new CommandFailure(code, title, fix, field);
      }
      const decision = decided.value;
      const nameOf = (place: string) => rules.places.get(place)?.name ?? place;
      const { headline, lines, authorities, footnote } = explainRecording(decision, nameOf);
      output.result({ ...decision, headline, lines, footnote }, [
        headline,
        "",
        ...lines,
        "",
        "Places looked at:",
        ...decision.considered.map((place) => `  ${sayConsidered(place, nameOf)}`),
        "",
        "Authorities:",
        ...authorities.map((authority) => `  ${authority}`),
        "",
        footnote,
        `Its hash is ${decision.ruleSet.hash}.`,
      ]);
    });
}
