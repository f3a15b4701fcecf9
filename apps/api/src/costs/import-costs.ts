import type { Readable } from "node:stream";
import type { AccountId, Instant, SiteId } from "@ringtrail/core";
import type { AdCost } from "@ringtrail/core/attribution";
import type { AccountStore, MoneyStore } from "@ringtrail/core/ports";
import type { CostPlatform } from "./cost-columns.ts";
import { readCosts, type CostFile } from "./read-costs.ts";
import type { CostProblem } from "./read-cost-line.ts";

/** An import of a file. */
export interface CostImport {
  readonly account: AccountId;
  readonly site: SiteId;
  readonly actor: string;
  readonly importId: string;
  readonly file: CostFile;
  /** Reads everything, keeps nothing. */
  readonly dryRun: boolean;
  readonly at: Instant;
}

/** What became of a file. */
export interface CostsImported {
  readonly platform: CostPlatform;
  readonly dryRun: boolean;
  /** Rows that are costs. */
  readonly rows: number;
  /** Lines kept that were not there, and lines that were and now say what the file says; 0 in a dry run. */
  readonly added: number;
  readonly replaced: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** In millionths, by currency. */
  readonly micros: Readonly<Record<string, number>>;
  /** Rows that could not be read: the first hundred, and how many there are. */
  readonly problems: readonly ({ readonly line: number } & CostProblem)[];
  readonly problemCount: number;
}

/** Rows that are kept together. */
const rowsAtOnce = 2_000;
const mostProblems = 100;

/**
 * Imports a report of ad costs, row by row. A row that cannot be read is told and passed over; the others count. The
 * same file again changes nothing.
 *
 * @returns undefined when the file has no header with a day and a cost.
 */
export async function importCosts(
  { money, accounts }: { readonly money: MoneyStore; readonly accounts: Pick<AccountStore, "audit"> },
  input: Readable,
  { account, site, actor, importId, file, dryRun, at }: CostImport,
): Promise<CostsImported | undefined> {
  let platform: CostPlatform | undefined;
  let batch: AdCost[] = [];
  const problems: CostsImported["problems"][number][] = [];
  const micros = new Map<string, number>();
  const sum = { rows: 0, added: 0, replaced: 0, problemCount: 0 };
  let from: string | undefined;
  let to: string | undefined;
  const flush = async () => {
    if (!dryRun && batch.length > 0) {
      const kept = await money.saveCosts(account, site, importId, batch);
      sum.added += kept.added;
      sum.replaced += kept.replaced;
    }
    batch = [];
  };
  for await (const row of readCosts(input, file)) {
    if (row.kind === "header") platform = row.header.platform;
    if (row.kind === "problem") {
      sum.problemCount += 1;
      if (problems.length < mostProblems) problems.push({ line: row.line, ...row.problem });
    }
    if (row.kind !== "cost") continue;
    const { day, currency, micros: paid } = row.cost;
    sum.rows += 1;
    micros.set(currency, (micros.get(currency) ?? 0) + paid);
    from = from === undefined || day < from ? day : from;
    to = to === undefined || day > to ? day : to;
    batch.push(row.cost);
    if (batch.length >= rowsAtOnce) await flush();
  }
  if (platform === undefined) return undefined;
  await flush();
  if (!dryRun) {
    const facts = { rows: sum.rows, added: sum.added, replaced: sum.replaced, problems: sum.problemCount };
    await accounts.audit(account, { actor, action: "costs.imported", object: site, at, facts });
  }
  return { platform, dryRun, ...sum, from, to, micros: Object.fromEntries(micros), problems };
}
