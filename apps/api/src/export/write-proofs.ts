import type { AccountId, CallId, RecordingId } from "@ringtrail/core";
import {
  gatherCertified,
  writeCallProof,
  type CertificateGround,
  type CertificateStores,
} from "../certificate/certified-call.ts";
import { renderCertificate } from "../certificate/render-certificate.ts";
import { writePieces, type WrittenFile } from "./write-lines.ts";

/** What the certificates of an export are made from. */
export interface ProofGround {
  readonly stores: CertificateStores;
  readonly ground: CertificateGround;
}

/**
 * Writes the proof of a recording beside it, as JSON and as a page that prints. A recording without a proof has none to
 * write: it is listed without one.
 */
export async function writeProofs(
  { stores, ground }: ProofGround,
  folder: string,
  of: { readonly account: AccountId; readonly call: CallId; readonly recording: RecordingId },
): Promise<readonly WrittenFile[]> {
  const { account, call, recording } = of;
  const certified = await gatherCertified(stores, ground, { account, call, maySeeCaller: true });
  if (!certified.ok) return [];
  const file = `care/proofs/${recording}`;
  const page = await renderCertificate(certified.value);
  return [
    await writePieces(
      folder,
      `${file}.json`,
      one(`${JSON.stringify(writeCallProof(certified.value), undefined, 2)}\n`),
    ),
    await writePieces(folder, `${file}.html`, one(page.toString())),
  ];
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}
