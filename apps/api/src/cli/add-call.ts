import type { Command } from "commander";
import { readFakeCarrier } from "../demo/fake-carrier-file.ts";
import { ringFakeCarrier } from "../demo/ring-fake-carrier.ts";
import { CommandFailure, makeOutput } from "./output.ts";
import { parseCount } from "./parse-count.ts";
import { parsePhone } from "./parse-phone.ts";
import { readCliSettings } from "./read-cli-settings.ts";
import { ringByServer } from "./ring-by-server.ts";

interface CallOptions {
  readonly from: string;
  readonly talk: number;
  readonly server?: string;
  readonly refuse?: boolean;
}

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
    .option("--talk <seconds>", "how long both talk", parseCount(0, 600), 8)
    .option("--server <url>", "ask a server elsewhere instead, with the API key in RINGTRAIL_KEY")
    .option("--refuse", "the caller presses the refusal key during the notice (not with --server)")
    .addHelpText(
      "after",
      "\nExamples:\n  ringtrail call +14155550101\n  ringtrail call +14155550101 --from +12125550188 --talk 20" +
        "\n  RINGTRAIL_KEY=rt_... ringtrail call +14155550101 --server https://calls.example.com",
    )
    .action(async (to: string, options: CallOptions) => {
      const output = makeOutput(program.opts()["json"] === true);
      const { from, server, talk: talkSeconds } = options;
      const done = (call: string): void =>
        output.result({ call, to, from }, [`Ringing ${to}. Watch it in the console.`]);
      if (server !== undefined) {
        return done(await ringByServer({ server, key: process.env["RINGTRAIL_KEY"], to, from, talkSeconds }));
      }
      const carrier = readFakeCarrier(readCliSettings().dataFolder);
      if (carrier === undefined) {
        throw new CommandFailure(
          "fake_carrier_absent",
          "No fake carrier runs for this data folder.",
          "Start the demo with: ringtrail start.",
        );
      }
      const digits = options.refuse ? { keys: "9", afterNoticeMs: 1_000 } : undefined;
      const placed = await ringFakeCarrier(carrier.url, { from, to, talkSeconds, digits });
      if (!placed.ok) {
        throw new CommandFailure(
          placed.reason.code,
          placed.reason.says,
          "Choose a number of the demo: the console lists them under Numbers.",
        );
      }
      return done(placed.value.call);
    });
}
