import type { Command } from "commander";
import { instant, type E164 } from "@ringtrail/core";
import { askServer } from "../doctor/ask-server.ts";
import { makeDoctorToken } from "../doctor/doctor-token.ts";
import type { Step } from "../go-live/step.ts";
import { walkToLive } from "../go-live/walk-to-live.ts";
import { deriveSecrets } from "../secrets.ts";
import { atDesk } from "./numbers/number-desk.ts";
import { makeOutput } from "./output.ts";
import { parseCount } from "./parse-count.ts";
import { parsePhone } from "./parse-phone.ts";
import { readCliSettings } from "./read-cli-settings.ts";

interface LiveOptions {
  readonly account?: string;
  readonly carrier: string;
  readonly number?: E164;
  readonly area?: string;
  readonly yes?: boolean;
  readonly wait: number;
}

/** `ringtrail go-live`: from the fake carrier to the first real call, step by step. Stops at the first that fails. */
export function addGoLive(program: Command): void {
  program
    .command("go-live")
    .description("walk from the fake carrier to the first real call; each step that fails says the way out")
    .option("--account <name>", "the account; not needed when there is only one")
    .option("--carrier <name>", "twilio or telnyx; its keys come from CARRIER_ACCOUNT and CARRIER_SECRET", "twilio")
    .option(
      "--number <number>",
      "a number to call: one of the carrier's account is imported, any other is rented with --yes",
      (text) => parsePhone(text) as E164,
    )
    .option("--area <code>", "show numbers for rent in this area code, with their price")
    .option("--yes", "the number's price is accepted: rent it")
    .option("--wait <seconds>", "how long to wait for the test call", parseCount(1, 3_600), 120)
    .addHelpText(
      "after",
      "\nExample:\n  PUBLIC_URL=https://calls.example.com CARRIER_ACCOUNT=AC... CARRIER_SECRET=... \\\n" +
        "    ringtrail go-live --area 415\n  ringtrail go-live --number +14155550142 --yes\n\nGuide: docs/guides/deploy.md",
    )
    .action(async (options: LiveOptions) => {
      const output = makeOutput(program.opts()["json"] === true);
      const { carrier, number, area, yes, wait } = options;
      const wish = { number, area, isPriceAccepted: yes === true };
      const keys = { carrier, account: process.env["CARRIER_ACCOUNT"], secret: process.env["CARRIER_SECRET"] };
      const { publicUrl } = readCliSettings();
      const steps = await atDesk(output, options, (desk, { calls, masterKey }) => {
        const token = makeDoctorToken(deriveSecrets(masterKey).doctor, instant(Date.now()));
        const ask = (url: string) => askServer(url, token);
        return walkToLive({ desk, calls, publicUrl, ask, keys, wish, waitMs: wait * 1_000, tell: output.progress });
      });
      const failed = steps.find(({ state }) => state === "failed");
      output.result({ ok: failed === undefined, steps }, steps.flatMap(describe));
      if (failed !== undefined) process.exitCode = 1;
    });
}

function describe({ step, state, says, fix }: Step): readonly string[] {
  const line = `${state.padEnd(8)} ${step.padEnd(16)} ${says}`;
  return fix === undefined ? [line] : [line, `${" ".repeat(26)}-> ${fix}`];
}
