import { checkSomeLinks, type BrokenLink } from "@ringtrail/core/consent";
import type { Command } from "commander";
import { findAccount } from "../find-account.ts";
import { makeOutput } from "../output.ts";
import { withStorage } from "../with-storage.ts";
import { readProofFile } from "./read-proof-file.ts";
import { readChain, sha256, walkChain, type Walked } from "./walk-chain.ts";

/** One chain, or a piece of one, as it was found. */
interface Verified extends Pick<Walked, "broken"> {
  /** The account's name, or the file. */
  readonly of: string;
  readonly proofs: number;
  readonly last: Walked["end"] | undefined;
}

/** `ringtrail consent verify`: walks the chains of proofs and names the first broken link. */
export function addVerify(program: Command, consent: Command): void {
  consent
    .command("verify")
    .description("walk the chain of proofs of every account and name the first broken link; ends with 1 at one")
    .option("--account <name>", "only this account")
    .option(
      "--file <path>",
      "instead an export's folder, its consent_proofs.ndjson or a call's proof; needs no database",
    )
    .addHelpText(
      "after",
      `
A chain shows what was rewritten, taken out or put in. What was cut off its end it cannot show by itself: compare its
last hash with one you wrote down earlier, such as on a certificate.

Examples:
  ringtrail consent verify
  ringtrail consent verify --account Demo --json
  ringtrail consent verify --file demo-export`,
    )
    .action(async ({ account, file }: { account?: string; file?: string }) => {
      const output = makeOutput(program.opts()["json"] === true);
      const chains =
        file === undefined
          ? await withStorage(output, async ({ accounts, proofs }) => {
              const all = await accounts.accounts();
              const only = account === undefined ? undefined : await findAccount(accounts, account);
              const found: Verified[] = [];
              for (const { id, name } of all.filter((one) => only === undefined || one.id === only)) {
                found.push(verified(name, await walkChain(readChain(proofs, id))));
              }
              return found;
            })
          : [await verifyFile(file)];
      const isWhole = chains.every(({ broken }) => broken === undefined);
      output.result({ ok: isWhole, chains }, chains.length === 0 ? ["There is no account."] : chains.map(describe));
      if (!isWhole) process.exitCode = 1;
    });
}

function verified(of: string, { end, broken }: Walked): Verified {
  return { of, proofs: end.sequence, last: end.sequence === 0 ? undefined : end, broken };
}

async function verifyFile(file: string): Promise<Verified> {
  const read = await readProofFile(file);
  if (read.holds === "chain") return verified(file, await walkChain(read.proofs));
  const last = read.proofs.toSorted((a, b) => a.sequence - b.sequence).at(-1);
  return { of: file, proofs: read.proofs.length, last, broken: checkSomeLinks(read.proofs, sha256) };
}

const because: Readonly<Record<BrokenLink["why"], string>> = {
  missing: "it is not there",
  rewritten: "what it says is not what was hashed",
  foreign: "it does not follow the one before it",
};

function describe({ of, proofs, last, broken }: Verified): string {
  if (broken !== undefined) {
    const call = broken.call === undefined ? "" : ` (call ${broken.call})`;
    return `${of}: broken at proof ${broken.sequence}${call}: ${because[broken.why]}.`;
  }
  if (last === undefined) return `${of}: no proofs yet.`;
  return `${of}: ${proofs} proofs, unbroken. The last is ${last.sequence}, ${last.hash}`;
}
