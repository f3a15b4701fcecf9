import { instant } from "@ringtrail/core";
import { Option, type Command } from "commander";
import { costPlatforms, type CostPlatform } from "../costs/cost-columns.ts";
import { importCosts, type CostsImported } from "../costs/import-costs.ts";
import type { DateOrder } from "../costs/read-cell.ts";
import { newId } from "../new-id.ts";
import { findAccount } from "./find-account.ts";
import { findSite } from "./find-site.ts";
import { CommandFailure, makeOutput } from "./output.ts";
import { openInput } from "./read-lines.ts";
import { withStorage } from "./with-storage.ts";

interface ImportOptions {
  readonly file: string;
  readonly account?: string;
  readonly site?: string;
  readonly platform?: CostPlatform;
  readonly source?: string;
  readonly medium?: string;
  readonly currency?: string;
  readonly dateOrder?: DateOrder;
  readonly dryRun?: boolean;
}

/** `ringtrail costs import`: what ads cost, from a report of the platform. */
export function addCosts(program: Command): void {
  const costs = program.command("costs").description("what ads cost, to set beside the calls they brought");
  costs
    .command("import")
    .description("read a report of ad costs (CSV); the same file again changes nothing (docs/guides/money.md)")
    .requiredOption("--file <csv>", "a report by day, or - for stdin")
    .option("--account <name>", "the account; not needed when there is only one")
    .option("--site <key>", "the site the ads lead to; not needed when there is only one")
    .addOption(new Option("--platform <name>", "whose report it is; the columns tell").choices([...costPlatforms]))
    .option("--source <word>", "the source of rows that tell none, as utm_source says it")
    .option("--medium <word>", "the medium of rows that tell none")
    .option("--currency <code>", "the currency of rows that tell none (ISO 4217)")
    .addOption(new Option("--date-order <order>", "how 2/11/2026 is meant").choices(["mdy", "dmy"]))
    .option("--dry-run", "read everything, keep nothing")
    .addHelpText(
      "after",
      "\nExamples:\n  ringtrail costs import --file google-november.csv --dry-run" +
        "\n  ringtrail costs import --file yelp.csv --source yelp --medium listing --currency USD",
    )
    .action(async (options: ImportOptions) => {
      const output = makeOutput(program.opts()["json"] === true);
      const input = await openInput(options.file);
      const done = await withStorage(output, async (stores) => {
        const account = await findAccount(stores.accounts, options.account);
        const site = await findSite(stores.directory, account, options.site);
        const { platform, source, medium, currency, dateOrder, dryRun = false } = options;
        return importCosts(stores, input, {
          account,
          site,
          actor: "cli",
          importId: newId(),
          file: { platform, source, medium, currency, dateOrder },
          dryRun,
          at: instant(Date.now()),
        });
      });
      if (done === undefined)
        throw new CommandFailure(
          "header_missing",
          "No row names a column for the day and one for the cost.",
          "Export a report by day with its costs, or name the columns date, source, campaign, cost, currency.",
        );
      output.result(shown(done), say(done));
      if (done.rows === 0) process.exitCode = 1;
    });
}

/** Amounts in units of their currencies. */
function shown({ micros, ...done }: CostsImported) {
  return { ...done, total: Object.fromEntries(Object.entries(micros).map(([code, sum]) => [code, sum / 1e6])) };
}

function say(done: CostsImported): readonly string[] {
  const { platform, dryRun, rows, added, replaced, from, to, micros, problems, problemCount } = done;
  const sums = Object.entries(micros).map(([code, sum]) => `${(sum / 1e6).toFixed(2)} ${code}`);
  const kept = dryRun ? "nothing was kept (dry run)" : `${added} lines added, ${replaced} replaced`;
  const days = from === undefined ? "" : ` from ${from} to ${to}`;
  const more = problemCount - problems.length;
  return [
    `${rows} rows of a ${platform} report${days}, ${sums.join(", ") || "no costs"}: ${kept}.`,
    ...problems.map(({ line, code, detail }) => `line ${line}: ${code}: ${detail}`),
    ...(more > 0 ? [`and ${more} rows more that cannot be read`] : []),
  ];
}
