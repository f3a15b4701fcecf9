import { checkAuditLink, type LinkFault } from "@ringtrail/core";
import type { Command } from "commander";
import { because } from "../chain/because.ts";
import { inPieces, walkChain, type Walked } from "../chain/walk-chain.ts";
import { findAccount } from "../find-account.ts";
import { makeOutput } from "../output.ts";
import { withStorage } from "../with-storage.ts";
import { readAuditFile } from "./read-audit-file.ts";

/** One log as it was found; `of` is the account's name, or the file. */
interface Verified extends Walked<LinkFault> {
  readonly of: string;
}

/** `ringtrail audit verify`: walks the logs of all accounts and names the first broken link of each. */
export function addVerifyAudit(program: Command, audit: Command): void {
  audit
    .command("verify")
    .description("walk the audit log of every account and name the first broken link; ends with 1 at one")
    .option("--account <name>", "only this account")
    .option("--file <path>", "instead an export's folder or its audit_log.ndjson; needs no database")
    .addHelpText(
      "after",
      `
What was cut off a log's end it cannot show by itself: compare its last hash with one you wrote down earlier.

Examples:
  ringtrail audit verify
  ringtrail audit verify --account Demo --json
  ringtrail audit verify --file demo-export`,
    )
    .action(async ({ account, file }: { account?: string; file?: string }) => {
      const output = makeOutput(program.opts()["json"] === true);
      const logs: Verified[] = [];
      if (file === undefined) {
        await withStorage(output, async ({ accounts }) => {
          const only = account === undefined ? undefined : await findAccount(accounts, account);
          for (const { id, name } of await accounts.accounts()) {
            if (only !== undefined && id !== only) continue;
            const chain = inPieces((after) => accounts.auditChain(id, after));
            logs.push({ of: name, ...(await walkChain(chain, checkAuditLink)) });
          }
        });
      } else {
        logs.push({ of: file, ...(await walkChain(readAuditFile(file), checkAuditLink)) });
      }
      const isWhole = logs.every(({ broken }) => broken === undefined);
      output.result({ ok: isWhole, logs }, logs.length === 0 ? ["There is no account."] : logs.map(describe));
      if (!isWhole) process.exitCode = 1;
    });
}

function describe({ of, end, broken }: Verified): string {
  if (broken !== undefined) return `${of}: broken at entry ${broken.sequence}: ${because[broken.why]}.`;
  if (end.sequence === 0) return `${of}: nothing was logged yet.`;
  return `${of}: ${end.sequence} entries, unbroken. The last is ${end.hash}`;
}
