import { err, ok, type Instant, type Result } from "@ringtrail/core";
import type { CarrierFault, CarrierProvider, RecordingSound } from "../carrier-provider.ts";
import type { ProviderConnection } from "../carrier.ts";
import { askApi, type Outside, type Question } from "./ask-api.ts";
import { numberForm } from "./route-number.ts";
import { isRow, readCallRow, readNumberRow, readPage, readRecordingRow } from "./read-list.ts";

const world: Outside = {
  fetch: (url, init) => fetch(url, init),
  wait: (ms) => new Promise((resume) => setTimeout(resume, ms)),
};

/** Twilio's REST API (version 2010-04-01) with the connection's keys. `outside` is for tests. */
export function twilioProvider(connection: ProviderConnection, outside: Outside = world): CarrierProvider {
  const ask = (question: Question) => askApi(connection, question, outside);
  const page = <Item>(path: string, list: string, readRow: Parameters<typeof readPage<Item>>[2]) =>
    readAnswer(ask({ method: "GET", path }), (body) => readPage(body, list, readRow));
  return {
    fetchRecording: async (ref) => readSound(await ask({ method: "GET", path: recordingPath(ref, ".wav") })),
    deleteRecording: async (ref) => readDeletion(await ask({ method: "DELETE", path: recordingPath(ref, ".json") })),
    steerRecording: async (carrierRef, order) => {
      // `silence` keeps the recording as long as the call; `Twilio.CURRENT` is the one that runs.
      const form = new URLSearchParams({
        PauseBehavior: "silence",
        Status: order === "pause" ? "paused" : "in-progress",
      });
      const path = `/Calls/${encodeURIComponent(carrierRef)}/Recordings/Twilio.CURRENT.json`;
      const answer = await ask({ method: "POST", path, form });
      return answer.ok ? ok(undefined) : answer;
    },
    listCalls: ({ since, page: next }) =>
      page(next ?? `/Calls.json?PageSize=100&StartTime%3E=${day(since)}`, "calls", readCallRow),
    listRecordings: ({ since, page: next }) =>
      page(next ?? `/Recordings.json?DateCreated%3E=${day(since)}&PageSize=100`, "recordings", readRecordingRow),
    listNumbers: (next) =>
      page(next ?? "/IncomingPhoneNumbers.json?PageSize=100", "incoming_phone_numbers", readNumberRow),
    async routeNumber(ref, addresses) {
      const path = `/IncomingPhoneNumbers/${encodeURIComponent(ref)}.json`;
      const answer = await readAnswer(ask({ method: "POST", path, form: numberForm(addresses) }), (body) =>
        isRow(body) ? readNumberRow(body) : undefined,
      );
      if (!answer.ok) return answer;
      return answer.value === undefined ? err({ code: "carrier_unknown_thing" }) : ok(answer.value);
    },
  };
}

/** The address is made from the connection, never from a webhook: no message can point the keys elsewhere. */
function recordingPath(ref: string, ending: ".wav" | ".json"): string {
  return `/Recordings/${encodeURIComponent(ref)}${ending}${ending === ".wav" ? "?RequestedChannels=2" : ""}`;
}

function readSound(answer: Result<Response, CarrierFault>): Result<RecordingSound, CarrierFault> {
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

function readDeletion(answer: Result<Response, CarrierFault>): Result<undefined, CarrierFault> {
  return answer.ok || answer.reason.code === "carrier_unknown_thing" ? ok(undefined) : answer;
}

async function readAnswer<Read>(
  asked: Promise<Result<Response, CarrierFault>>,
  read: (body: unknown) => Read,
): Promise<Result<Read, CarrierFault>> {
  const answer = await asked;
  if (!answer.ok) return answer;
  const { status } = answer.value;
  const body: unknown = await answer.value.json().catch(() => undefined);
  return body === undefined ? err({ code: "carrier_refused", status, carrierCode: undefined }) : ok(read(body));
}

function day(since: Instant): string {
  return new Date(since).toISOString().slice(0, 10);
}
