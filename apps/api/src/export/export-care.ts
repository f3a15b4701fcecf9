import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { Phi, parseId, type AccountId, type CallId, type RecordingId } from "@ringtrail/core";
import type { Recipient } from "@ringtrail/core/healthcare";
import type { RecordingVault } from "@ringtrail/core/ports";
import type { AccountExport, ExportedCaller } from "@ringtrail/database";
import { z } from "zod";
import { writeProofs, type ProofGround } from "./write-proofs.ts";
import { writeLines, writePieces, type WrittenFile } from "./write-lines.ts";

type Care = NonNullable<AccountExport["care"]>;

/** What of the care side was written. */
export interface WrittenCare {
  readonly files: readonly (WrittenFile & { readonly rows: number })[];
  readonly sounds: readonly WrittenFile[];
  /** What proves each recording, twice: for machines and for people. */
  readonly proofs: readonly WrittenFile[];
  /** Recordings whose sound is gone or damaged, by id. */
  readonly soundsMissing: readonly string[];
}

/** Where the care side comes from and goes to. */
interface CareOrder {
  readonly account: AccountId;
  readonly vault: RecordingVault;
  readonly folder: string;
  readonly proofGround: ProofGround;
  /** The folder, let in: for a clinic one that an agreement covers. */
  readonly recipient: Recipient;
}

/** Writes a clinic's calls, who called, what was recorded, and the sound of each recording. */
export async function exportCare(
  { callers, places, notes, files: plain }: Care,
  { account, vault, folder, proofGround, recipient }: CareOrder,
): Promise<WrittenCare> {
  const files: WrittenCare["files"][number][] = [];
  for (const { name, lines } of plain) files.push(await writeLines(folder, `care/${name}.ndjson`, lines()));
  files.push(
    await writeLines(folder, "care/callers.ndjson", openCallers(account, callers(), recipient)),
    await writeLines(folder, "care/caller_places.ndjson", openPlaces(account, places(), recipient)),
    await writeLines(folder, "care/call_notes.ndjson", openNotes(account, notes(), recipient)),
  );
  const sounds: WrittenFile[] = [];
  const proofs: WrittenFile[] = [];
  const soundsMissing: string[] = [];
  for await (const recording of readRecordings(path.join(folder, "care/recordings.ndjson"))) {
    const written = await writeSound({ account, vault, folder }, recording);
    if (written === undefined) soundsMissing.push(recording.id);
    else sounds.push(written);
    const [call, id] = [parseId<CallId>(recording.call_id), parseId<RecordingId>(recording.id)];
    if (!call.ok || !id.ok) continue;
    proofs.push(...(await writeProofs(proofGround, folder, { account, call: call.value, recording: id.value })));
  }
  return { files, sounds, proofs, soundsMissing };
}

async function* openCallers(
  account: AccountId,
  callers: AsyncIterable<ExportedCaller>,
  recipient: Recipient,
): AsyncGenerator<string> {
  for await (const { callId, rangAt, number, name } of callers) {
    const caller = number === undefined ? null : Phi.tell(number, recipient);
    const called = name === undefined ? null : Phi.tell(name, recipient);
    yield JSON.stringify({ account_id: account, call_id: callId, rang_at: rangAt, number: caller, name: called });
  }
}

async function* openNotes(
  account: AccountId,
  notes: ReturnType<Care["notes"]>,
  recipient: Recipient,
): AsyncGenerator<string> {
  for await (const { id, callId, author, at, note } of notes) {
    const row = { id, call_id: callId, author, at, note: Phi.tell(note, recipient) };
    yield JSON.stringify({ account_id: account, ...row });
  }
}

async function* openPlaces(
  account: AccountId,
  places: ReturnType<Care["places"]>,
  recipient: Recipient,
): AsyncGenerator<string> {
  for await (const { number, kind, place, basis, declaredBy, declaredAt } of places) {
    const row = { number: Phi.tell(number, recipient), kind, place, basis };
    yield JSON.stringify({ account_id: account, ...row, declared_by: declaredBy, declared_at: declaredAt });
  }
}

const Recording = z.object({
  id: z.string(),
  call_id: z.string(),
  size: z.number(),
  media_type: z.string(),
  sha256: z.string(),
});
type Recording = z.infer<typeof Recording>;

/** The file just written says which recordings there are, so that not all of them have to be kept in memory. */
async function* readRecordings(file: string): AsyncGenerator<Recording> {
  for await (const line of createInterface({ input: createReadStream(file) })) yield Recording.parse(JSON.parse(line));
}

const endings: Readonly<Record<string, string>> = { "audio/wav": "wav", "audio/x-wav": "wav", "audio/mpeg": "mp3" };

/** Undefined when the sound cannot be read, or is not what was recorded. */
async function writeSound(
  { account, vault, folder }: { readonly account: AccountId; readonly vault: RecordingVault; readonly folder: string },
  recording: Recording,
): Promise<WrittenFile | undefined> {
  const id = parseId<RecordingId>(recording.id);
  if (!id.ok || recording.size === 0) return undefined;
  const file = `care/sounds/${recording.id}.${endings[recording.media_type] ?? "bin"}`;
  try {
    const written = await writePieces(folder, file, vault.read(account, id.value, 0, recording.size - 1));
    if (written.sha256 === recording.sha256) return written;
  } catch {
    // A lost sound is listed; the rest of the account must still come out.
  }
  await rm(path.join(folder, file), { force: true });
  return undefined;
}
