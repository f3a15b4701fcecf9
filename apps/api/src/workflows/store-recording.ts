import type { AccountId } from "@ringtrail/core";
import { isVoicemail } from "@ringtrail/core/call-flow";
import type { RecordingFacts } from "@ringtrail/core/ports";
import type { CarrierFault } from "@ringtrail/telephony";
import type { Deps } from "../deps.ts";
import type { FetchRecording } from "../jobs/job-queue.ts";

/** The recording cannot be had from its carrier now. The queue tries again and in the end gives up. */
export class RecordingUnavailable extends Error {
  readonly code: CarrierFault["code"] | "connection_unknown";

  constructor(code: RecordingUnavailable["code"]) {
    super(`The recording could not be fetched: ${code}.`);
    this.name = "RecordingUnavailable";
    this.code = code;
  }
}

/**
 * Fetches one recording from its carrier and keeps it encrypted: the sound first, its row second, so that a row never
 * names a sound that is not there. A repetition finds the row and does nothing.
 *
 * @throws RecordingUnavailable when the carrier does not give it.
 */
export async function storeRecording(deps: Deps, job: FetchRecording): Promise<void> {
  const { account, call, recording: id, at } = job;
  const kept = await deps.care.recordingOf(account, call);
  // Written down on the care side, and then the server died: told now.
  if (kept !== undefined) return noteRecording(deps, account, kept);
  const connection = await deps.directory.connectionById(job.connection);
  if (connection === undefined) throw new RecordingUnavailable("connection_unknown");
  const fetched = await deps.carrierFor(connection).provider(connection).fetchRecording(at.ref);
  if (!fetched.ok) throw new RecordingUnavailable(fetched.reason.code);
  const { size, sha256 } = await deps.vault.put(account, id, fetched.value.sound);
  const { lengthMs, channels } = at;
  const mediaType = "audio/wav";
  const facts = { id, call, lengthMs, channels, size, mediaType, sha256, storedAt: deps.now() };
  await deps.care.saveRecording(account, facts);
  await noteRecording(deps, account, facts);
  deps.live.publish({ account, kind: "recording_stored", call });
}

/** Tells destinations of a recording that is stored: a message somebody left, or a call. Told twice it counts once. */
async function noteRecording(
  { calls, destinations }: Pick<Deps, "calls" | "destinations">,
  account: AccountId,
  { id, call, lengthMs, storedAt }: Pick<RecordingFacts, "id" | "call" | "lengthMs" | "storedAt">,
): Promise<void> {
  const facts = await calls.facts(account, call);
  // Of a site in healthcare mode destinations are told that there is a call, and no more.
  if (facts?.isHealthcare === true) return;
  const state = facts?.state;
  const kind = state !== undefined && isVoicemail(state) ? "voicemail" : "call.recorded";
  const about = { recording: id, lengthMs };
  await destinations.noteFact(account, { kind, subject: call, key: id, at: storedAt, about });
}
