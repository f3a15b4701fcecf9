import { writeFile } from "node:fs/promises";
import { Option, type Command } from "commander";
import { day, instant } from "@ringtrail/core";
import { planConversions } from "../conversions/plan-conversions.ts";
import { settleSteps } from "../conversions/settle-steps.ts";
import { fileReceiver, writeConversionFile, type FilePlatform } from "../conversions/write-conversion-file.ts";
import { dayOf, policyOf, type ConversionOptions } from "./conversion-options.ts";
import { findAccount } from "./find-account.ts";
import { findSite } from "./find-site.ts";
import { CommandFailure, makeOutput } from "./output.ts";
import { withStorage } from "./with-storage.ts";

/** `ringtrail export conversions`: credited calls as a file for an ad platform. */
export function addExportConversions(program: Command, exporting: Command): void {
  exporting
    .command("conversions")
    .description("write credited calls in an ad platform's template (docs/guides/conversions.md)")
    .addOption(
      new Option("--for <platform>", "in whose template")
        .choices(["google-ads", "microsoft-ads"])
        .makeOptionMandatory(),
    )
    .requiredOption("--name <words>", "the conversion action's or goal's name, as the platform has it")
    .option("--out <file>", "the file to write; stdout if absent")
    .option("--from <day>", "the first day; 90 days ago if absent")
    .option("--to <day>", "the last day; today if absent")
    .option("--account <name>", "the account; not needed when there is only one")
    .option("--site <key>", "the site; not needed when there is only one")
    .addOption(
      new Option("--weigh <how>", "whom a call counts for").choices(["threshold", "share"]).default("threshold"),
    )
    .option("--least <probability>", "how likely a visit must be to have made the call", "0.8")
    .option("--least-talk <seconds>", "how long caller and business must have talked; 0 counts missed calls", "1")
    .option("--usual-value <amount>", "what a call counts for until somebody says what it was worth")
    .option("--currency <code>", "of the usual value (ISO 4217)")
    .option("--share-callers", "with a hash of the caller's number, of visitors who said yes")
    .option("--adjustments", "instead what changed since the file that was marked")
    .option("--mark", "remember this file as uploaded, so that changes can be told later")
    .addHelpText(
      "after",
      '\nExamples:\n  ringtrail export conversions --for google-ads --name "Phone call" --out google.csv --mark' +
        '\n  ringtrail export conversions --for google-ads --name "Phone call" --adjustments --mark',
    )
    // The command above has --out and --account as well, and reads them wherever they stand.
    .action((_own: unknown, command: Command) =>
      exportConversions(program.opts()["json"] === true, command.optsWithGlobals<ConversionOptions>()),
    );
}

async function exportConversions(asJson: boolean, options: ConversionOptions): Promise<void> {
  const output = makeOutput(asJson);
  const platform: FilePlatform = options.for === "google-ads" ? "google_ads" : "microsoft_ads";
  const now = instant(Date.now());
  const [from, before] = [dayOf(options.from, "from") ?? instant(0), (dayOf(options.to, "to") ?? now) + day];
  const policy = policyOf(options);
  const done = await withStorage(output, async (stores) => {
    const account = await findAccount(stores.accounts, options.account);
    const site = await findSite(stores.directory, account, options.site);
    const to = fileReceiver(platform, site);
    const asked = { account, site, platform, policy, to, from, before: instant(before) };
    const planned = await planConversions(stores, asked, now);
    if (!planned.ok) {
      throw new CommandFailure(
        planned.reason.code,
        "Calls of this site are told to no ad platform: it is in healthcare mode.",
        "There is no way round it.",
      );
    }
    const holds = options.adjustments === true ? "adjustments" : "conversions";
    const text = writeConversionFile({ platform, name: options.name, holds, now }, planned.value);
    const steps = planned.value.steps.filter((step) => (step.kind === "upload") === (holds === "conversions"));
    if (options.mark === true) await stores.conversions.keepTold(account, to, settleSteps(steps).told, now);
    const rows = holds === "conversions" ? planned.value.wanted.length : steps.length;
    const facts = { platform, rows, holds, marked: options.mark === true, shareCaller: policy.shareCaller };
    await stores.accounts.audit(account, { actor: "cli", action: "conversions.exported", object: to, at: now, facts });
    return { text, rows, holds };
  });
  if (options.out === undefined) {
    process.stdout.write(done.text);
    return;
  }
  await writeFile(options.out, done.text, { mode: 0o600 });
  output.result({ file: options.out, rows: done.rows }, [`Wrote ${done.rows} ${done.holds} to ${options.out}.`]);
}
