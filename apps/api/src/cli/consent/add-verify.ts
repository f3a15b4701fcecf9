import type { ChainEnd } from "@ringtrail/core";
import { checkLink, checkSomeLinks, type BrokenLink } from "@ringtrail/core/consent";
import type { Command } from "commander";
import { because } from "../chain/because.ts";
import { inPieces, sha256, walkChain, type Walked } from "../chain/walk-chain.ts";
import { findAccount } from "../find-account.ts";
import { makeOutput } from "../output.ts";
import { withStorage } from "../with-storage.ts";
import { readProofFile } from "./read-proof-file.ts";

/** One chain, or a piece of one, as it was found. */
interface Verified extends Pick<Walked<BrokenLink>, "broken"> {
  /** The account's name, or the file. */
  readonly of: string;
  readonly proofs: number;
  readonly last: ChainEnd | undefined;
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
last hash with one you wrote down earlier, such as on a certificate. Sites in healthcare mode have a chain of their own.

Examples:
  ringtrail consent verify
  ringtrail consent verify --account Demo --json
  ringtrail consent verify --file demo-export
  ringtrail consent verify --file clinic-export/care/consent_proofs.ndjson`,
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
                const chain = inPieces((after) => proofs.chain(id, after));
                found.push(verified(name, await walkChain(chain, checkLink)));
                const ofClinic = inPieces((after) => proofs.chain(id, after, "care"));
                const walked = verified(`${name}, healthcare mode`, await walkChain(ofClinic, checkLink));
                if (walked.last !== undefined || walked.broken !== undefined) found.push(walked);
              }
              return found;
            })
          : [await verifyFile(file)];
      const isWhole = chains.every(({ broken }) => broken === undefined);
      output.result({ ok: isWhole, chains }, chains.length === 0 ? ["There is no account."] : chains.map(describe));
      if (!isWhole) process.exitCode = 1;
    });
}

function verified(of: string, { end, broken }: Walked<BrokenLink>): Verified {
  return { of, proofs: end.sequence, last: end.sequence === 0 ? undefined : end, broken };
}

async function verifyFile(file: string): Promise<Verified> {
  const read = await readProofFile(file);
  if (read.holds === "chain") return verified(file, await walkChain(read.proofs, checkLink));
  const last = read.proofs.toSorted((a, b) => a.sequence - b.sequence).at(-1);
  return { of: file, proofs: read.proofs.length, last, broken: checkSomeLinks(read.proofs, sha256) };
}

function describe({ of, proofs, last, broken }: Verified): string {
  if (broken !== undefined) {
    const call = broken.call === undefined ? "" : ` (call ${broken.call})`;
    return `${of}: broken at proof ${broken.sequence}${call}: ${because[broken.why]}.`;
  }
  if (last === undefined) return `${of}: no proofs yet.`;
  return `${of}: ${proofs} proofs, unbroken. The last is ${last.sequence}, ${last.hash}`;
}
