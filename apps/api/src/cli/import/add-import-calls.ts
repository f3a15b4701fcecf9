import type { Command } from "commander";
import { instant } from "@ringtrail/core";
import type { ExportWords } from "../../import/calls/call-columns.ts";
import { callrailWords } from "../../import/calls/callrail/callrail-words.ts";
import { ctmWords } from "../../import/calls/ctm/ctm-words.ts";
import { importPastCalls, type PastImported } from "../../import/calls/import-past-calls.ts";
import type { CallSource } from "../../import/calls/past-call.ts";
import { readPastNumbers } from "../../import/calls/read-past-numbers.ts";
import { findAccount } from "../find-account.ts";
import { findSite } from "../find-site.ts";
import { CommandFailure, makeOutput } from "../output.ts";
import { openInput } from "../read-lines.ts";
import { withStorage } from "../with-storage.ts";

interface CallsOptions {
  readonly file: string;
  readonly numbers?: string;
  readonly account?: string;
  readonly site?: string;
  readonly zone?: string;
  readonly dryRun?: boolean;
}

const trackers: Readonly<Record<CallSource, { readonly name: string; readonly words: ExportWords }>> = {
  callrail: { name: "CallRail", words: callrailWords },
  ctm: { name: "CallTrackingMetrics", words: ctmWords },
};

/** `ringtrail import callrail` and `ringtrail import ctm`: calls another call tracker took. */
export function addImportCalls(program: Command, imports: Command): void {
  for (const tracker of ["callrail", "ctm"] as const) addTracker(program, imports, tracker);
}

function addTracker(program: Command, imports: Command, tracker: CallSource): void {
  const { name, words } = trackers[tracker];
  imports
    .command(tracker)
    .description(`take in the calls of a ${name} export; the same file again changes nothing`)
    .requiredOption("--file <csv>", "the calls, or - for stdin")
    .option("--numbers <csv>", "the tracking numbers and what each stands for")
    .option("--account <name>", "the account; not needed when there is only one")
    .option("--site <key>", "the site the calls belong to; not needed when there is only one")
    .option("--zone <zone>", "the zone of times that tell none, for example America/New_York")
    .option("--dry-run", "say what would become of every row, keep nothing")
    .addHelpText("after", `\nExample:\n  ringtrail import ${tracker} --file calls.csv --numbers numbers.csv --dry-run`)
    .action(async (options: CallsOptions) => {
      const output = makeOutput(program.opts()["json"] === true);
      const { zone, dryRun = false } = options;
      const input = await openInput(options.file);
      const listed =
        options.numbers === undefined ? undefined : await readPastNumbers(await openInput(options.numbers), words);
      if (listed?.isMissing === true) throw columnsMissing(["number"]);
      const done = await withStorage(output, async (stores) => {
        const account = await findAccount(stores.accounts, options.account);
        const site = await findSite(stores.directory, account, options.site);
        const settings = (await stores.directory.sitesOf(account)).find((one) => one.site === site);
        const target = settings?.targets[0]?.id;
        if (target === undefined)
          throw new CommandFailure(
            "target_missing",
            "The site has no number of the business yet, and every tracking number leads to one.",
            "Give the site its number first: docs/guides/snippet.md.",
          );
        const where = { tracker, words, account, site, target, numbers: listed?.numbers ?? [] };
        return importPastCalls(stores, input, { ...where, zone, dryRun, actor: "cli", now: instant(Date.now()) });
      });
      if ("missing" in done) throw columnsMissing(done.missing.map((column) => words.calls[column][0] ?? column));
      const numbersRefused = listed?.problems ?? [];
      output.result({ ...shown(done), numbersRefused }, [
        ...say(done, name),
        ...numbersRefused.map(({ line, code, detail }) => `numbers, line ${line}: ${code}: ${detail}`),
      ]);
      if (done.added + done.known === 0) process.exitCode = 1;
    });
}

function columnsMissing(names: readonly string[]): CommandFailure {
  return new CommandFailure(
    "columns_missing",
    `The file's first row names no column for: ${names.join(", ")}.`,
    "Name the columns so (docs/guides/switch-from-callrail.md); the order does not matter.",
  );
}

function shown({ from, to, ...done }: PastImported) {
  const text = (at: typeof from) => (at === undefined ? undefined : new Date(at).toISOString());
  return { ...done, from: text(from), to: text(to) };
}

function say(done: PastImported, name: string): readonly string[] {
  const { dryRun, rows, added, known, refused, numbers, answered, sourced, first, recordings, leftColumns } = done;
  const { from, to } = shown(done);
  return [
    `${rows} rows: ${added} ${dryRun ? "would be new" : "new"}, ${known} already there, ${refused.length} refused.`,
    ...(from === undefined || to === undefined ? [] : [`The new calls rang from ${from} to ${to}.`]),
    `Of the new: ${answered} answered, ${sourced} with a source, ${first} first calls by ${name}'s count.`,
    `Numbers: ${numbers.added} ${dryRun ? "would be new" : "new"}, ${numbers.known} already there.`,
    ...refused.map(({ line, code, detail }) => `line ${line}: ${code}: ${detail}`),
    ...(recordings > 0 ? [`${recordings} recordings stay at ${name}: download them before you leave.`] : []),
    ...(leftColumns.length > 0 ? [`Columns with no home here: ${leftColumns.join(", ")}.`] : []),
    ...(dryRun ? ["Nothing was kept (dry run)."] : []),
  ];
}
