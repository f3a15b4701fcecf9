import { existsSync } from "node:fs";
import path from "node:path";
import { checkAuditLink, type LinkFault } from "@ringtrail/core";
import { checkLink } from "@ringtrail/core/consent";
import { readAuditFile } from "../cli/audit/read-audit-file.ts";
import { because } from "../cli/chain/because.ts";
import { walkChain, type Walked } from "../cli/chain/walk-chain.ts";
import { readProofFile } from "../cli/consent/read-proof-file.ts";
import { CommandFailure } from "../cli/output.ts";

/** Walks the chains of an export: who was told what, also at a clinic, and who did what. @throws CommandFailure at a break. */
export async function checkChains(folder: string): Promise<{ readonly proofs: number; readonly entries: number }> {
  const ofClinic = path.join(folder, "care/consent_proofs.ndjson");
  const proofs = (await walkProofs(folder)) + (existsSync(ofClinic) ? await walkProofs(ofClinic) : 0);
  const entries = demandWhole("Entry of the audit log", await walkChain(readAuditFile(folder), checkAuditLink));
  return { proofs, entries };
}

async function walkProofs(file: string): Promise<number> {
  const chain = await readProofFile(file);
  return chain.holds === "chain" ? demandWhole("Consent proof", await walkChain(chain.proofs, checkLink)) : 0;
}

function demandWhole(what: string, { end, broken }: Walked<LinkFault>): number {
  if (broken === undefined) return end.sequence;
  throw new CommandFailure(
    "chain_broken",
    `${what} ${broken.sequence} does not hold: ${because[broken.why]}.`,
    "See which with ringtrail consent verify --file or ringtrail audit verify --file. A broken chain is not taken in.",
  );
}
