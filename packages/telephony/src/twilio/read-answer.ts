import { err, ok, type Result } from "@ringtrail/core";
import type { CarrierFault, RecordingSound } from "../carrier-provider.ts";

/** A sound on its way; it is not waited for. */
export function readSound(answer: Result<Response, CarrierFault>): Result<RecordingSound, CarrierFault> {
  if (!answer.ok) return answer;
  const { body, headers } = answer.value;
  if (body === null) return err({ code: "carrier_unknown_thing" });
  const size = headers.get("content-length");
  return ok({
    sound: body,
    size: size === null ? undefined : Number(size),
    mediaType: headers.get("content-type") ?? "audio/x-wav",
  });
}

/** What is gone already counts as deleted. */
export function readDeletion(answer: Result<Response, CarrierFault>): Result<undefined, CarrierFault> {
  return answer.ok || answer.reason.code === "carrier_unknown_thing" ? ok(undefined) : answer;
}

/** Reads the JSON of an answer; one without any is a refusal. */
export async function readAnswer<Read>(
  asked: Promise<Result<Response, CarrierFault>>,
  read: (body: unknown) => Read,
): Promise<Result<Read, CarrierFault>> {
  const answer = await asked;
  if (!answer.ok) return answer;
  const { status } = answer.value;
  const body: unknown = await answer.value.json().catch(() => undefined);
  return body === undefined ? err({ code: "carrier_refused", status, carrierCode: undefined }) : ok(read(body));
}
