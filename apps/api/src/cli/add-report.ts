import { pathModels, reportDimensions, type PathModel, type ReportDimension } from "@ringtrail/core/attribution";
import { instant } from "@ringtrail/core";
import type { CreditReportShown, EstimateShown } from "@ringtrail/api-contract";
import { InvalidArgumentError, Option, type Command } from "commander";
import { isTimeZone } from "../call-context/is-open-at.ts";
import { reportCalls } from "../report/report-calls.ts";
import { reportCsv } from "../report/report-csv.ts";
import { showReport } from "../show/show-report.ts";
import { loadNumbers } from "../workflows/load-call.ts";
import { findAccount } from "./find-account.ts";
import { findSite } from "./find-site.ts";
import { must } from "./numbers/number-desk.ts";
import { makeOutput } from "./output.ts";
import { withStorage } from "./with-storage.ts";

interface ReportOptions {
  readonly account?: string;
  readonly site?: string;
  readonly by: ReportDimension;
  readonly model: PathModel;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly currency?: string;
  readonly csv?: boolean;
}

/** `ringtrail report`: calls beside what they cost and were worth. */
export function addReport(program: Command): void {
  program
    .command("report")
    .description("calls by channel, campaign, number or day, with bounds, beside what they cost and were worth")
    .addOption(new Option("--by <what>", "what the rows are about").choices([...reportDimensions]).default("channel"))
    .addOption(
      new Option(
        "--model <name>",
        "how a call is split among the visits before it; last, as the overview has it, is the visit that called",
      )
        .choices([...pathModels])
        .default("last"),
    )
    .requiredOption("--from <day>", "the first day, such as 2026-11-01", parseDay)
    .requiredOption("--to <day>", "the last day", parseDay)
    .option("--time-zone <name>", "whose days, such as America/New_York", parseZone, "UTC")
    .option("--currency <code>", "of the amounts; absent: the one most was paid in")
    .option("--account <name>", "the account; not needed when there is only one")
    .option("--site <key>", "only this site")
    .option("--csv", "as a spreadsheet")
    .addHelpText(
      "after",
      "\nExample:\n  ringtrail report --by campaign --model linear --from 2026-11-01 --to 2026-11-30",
    )
    .action(async (options: ReportOptions) => {
      const output = makeOutput(program.opts()["json"] === true);
      const report = await withStorage(output, async (stores) => {
        const account = await findAccount(stores.accounts, options.account);
        const site = options.site === undefined ? undefined : await findSite(stores.directory, account, options.site);
        const numbers = await loadNumbers({ pools: stores.pools, now: () => instant(Date.now()) }, account);
        const asked = { ...options, account, site };
        return showReport(asked, must(await reportCalls({ money: stores.money, numbers }, asked)));
      });
      if (options.csv === true) process.stdout.write(reportCsv(report));
      else output.result(report, say(report));
    });
}

function say({ by, rows, total, currency = "", otherCurrencies }: CreditReportShown): readonly string[] {
  const table = [
    [by, "calls", "between", "value", "cost", "per call", "return"],
    ...rows.map((row) => [
      row.name ?? `(${row.kind})`,
      row.calls.mean.toFixed(2),
      bounds(row.calls),
      row.value.mean.toFixed(2),
      row.cost?.toFixed(2) ?? "",
      row.costPerCall?.mean.toFixed(2) ?? "",
      row.roas?.mean.toFixed(2) ?? "",
    ]),
    ["total", String(total.calls), "", total.value.toFixed(2), total.cost.toFixed(2), "", currency],
  ];
  const widths = table[0]?.map((_, nth) => Math.max(...table.map((row) => row[nth]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row.map((cell, nth) => (nth === 0 ? cell.padEnd(widths[nth] ?? 0) : cell.padStart(widths[nth] ?? 0))).join("  "),
  );
  const others = otherCurrencies.map((sum) => `left out: ${sum.value} ${sum.currency} earned, ${sum.cost} paid`);
  return [...lines, ...others];
}

function bounds({ low, high }: EstimateShown): string {
  return low === undefined || high === undefined ? "" : `${low.toFixed(1)}-${high.toFixed(1)}`;
}

function parseDay(text: string): string {
  const at = new Date(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) && text.length === 10;
  if (!isDay) throw new InvalidArgumentError("Write it as 2026-11-30.");
  return text;
}

function parseZone(name: string): string {
  if (!isTimeZone(name)) throw new InvalidArgumentError("IANA names no such time zone.");
  return name;
}
