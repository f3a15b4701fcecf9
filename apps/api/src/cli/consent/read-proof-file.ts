import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Proof } from "@ringtrail/core/consent";
import { z } from "zod";
import { readExportRows } from "../chain/read-export-rows.ts";
import { CommandFailure } from "../output.ts";

/** Proofs out of a file: an account's whole chain, or some of it. */
export type ProofFile =
  | { readonly holds: "chain"; readonly proofs: AsyncIterable<Proof> }
  | { readonly holds: "call"; readonly proofs: readonly Proof[]; readonly call: string };

/** What every proof has; the rest of it is covered by its hash, whatever it is. */
const ProofShape = z.looseObject({
  call: z.string(),
  kind: z.string(),
  at: z.number(),
  decision: z.looseObject({}),
  sequence: z.number().int().positive(),
  hash: z.string(),
  previousHash: z.string(),
});
const CallProof = z.object({
  format: z.literal("ringtrail-call-proof/1"),
  call: z.string(),
  proofs: z.array(ProofShape),
});

/**
 * Opens an export's folder or its `consent_proofs.ndjson`, or the proof of one call. Needs no server and no database.
 *
 * @throws CommandFailure for what is neither.
 */
export async function readProofFile(given: string): Promise<ProofFile> {
  const file = isFolder(given) ? path.join(given, "consent_proofs.ndjson") : given;
  if (file.endsWith(".ndjson")) return { holds: "chain", proofs: readRows(file) };
  const parsed = CallProof.safeParse(parse(file, await readFile(file, "utf8")));
  if (!parsed.success) throw malformed(file);
  return { holds: "call", call: parsed.data.call, proofs: parsed.data.proofs as unknown as readonly Proof[] };
}

function isFolder(given: string): boolean {
  const found = statSync(given, { throwIfNoEntry: false });
  if (found !== undefined) return found.isDirectory();
  throw new CommandFailure("proof_file_unreadable", `There is no ${given}.`, "Check the path.");
}

async function* readRows(file: string): AsyncGenerator<Proof> {
  for await (const { callId, key, ...rest } of readExportRows(file, () => malformed(file))) {
    const proof = ProofShape.safeParse({ ...rest, call: callId, ...(key === "" ? {} : { key }) });
    if (!proof.success) throw malformed(file);
    yield proof.data as unknown as Proof;
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(file);
  }
}

function malformed(file: string): CommandFailure {
  const fix = "Name an export's folder, its consent_proofs.ndjson, or the JSON proof of a call.";
  return new CommandFailure("proof_file_malformed", `${file} holds no proofs.`, fix);
}
