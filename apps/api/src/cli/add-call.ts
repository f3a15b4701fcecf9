import type { Command } from "commander";
import { readFakeCarrier } from "../demo/fake-carrier-file.ts";
import { ringFakeCarrier } from "../demo/ring-fake-carrier.ts";
import { CommandFailure, makeOutput } from "./output.ts";
import { parsePhone } from "./parse-phone.ts";
import { readCliSettings } from "./read-cli-settings.ts";

/** `ringtrail call`: the fake carrier rings one of its numbers, through the same door as Twilio. */
export function addCall(program: Command): void {
  program
    .command("call")
    .description("let the demo's fake carrier ring a tracking number")
    .argument("<number>", "the tracking number, with country code", parsePhone)
    .option(
      "--from <number>",
      "the caller's number, or anonymous",
      (text) => (text === "anonymous" ? text : parsePhone(text)),
      "+12125550188",
    )
    .option("--talk <seconds>", "how long both talk", Number, 8)
    .option("--refuse", "the caller presses the refusal key during the notice")
    .addHelpText(
      "after",
      "\nExamples:\n  ringtrail call +14155550101\n  ringtrail call +14155550101 --from +12125550188 --talk 20",
    )
    .action(async (to: string, options: { from: string; talk: number; refuse?: boolean }) => {
      const output = makeOutput(program.opts()["json"] === true);
      const carrier = readFakeCarrier(readCliSettings().dataFolder);
      if (carrier === undefined) {
        throw new CommandFailure(
          "fake_carrier_absent",
          "No fake carrier runs for this data folder.",
          "Start the demo with: ringtrail start.",
        );
      }
      const digits = options.refuse ? { keys: "9", afterNoticeMs: 1_000 } : undefined;
      const placed = await ringFakeCarrier(carrier.url, { from: options.from, to, talkSeconds: options.talk, digits });
      if (!placed.ok) {
        throw new CommandFailure(
          placed.reason.code,
          placed.reason.says,
          "Choose a number of the demo: the console lists them under Numbers.",
        );
      }
      output.result({ call: placed.value.call, to, from: options.from }, [`Ringing ${to}. Watch it in the console.`]);
    });
}
