import { ok, Phi, type Instant } from "@ringtrail/core";
import type { CarrierProvider } from "../carrier-provider.ts";
import type { ProviderConnection } from "../carrier.ts";
import { world, type Outside } from "../ask-patiently.ts";
import { askApi, type Question } from "./ask-api.ts";
import { numberDesk } from "./number-desk.ts";
import { readAnswer, readDeletion, readSound } from "./read-answer.ts";
import { isRow, readCallRow, readNumberRow, readPage, readRecordingRow, text } from "./read-list.ts";

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
    lookUpName: (number) => {
      // Twilio keeps its look-ups on a host of its own, too.
      const base = connection.apiBase.replace(/\/+$/, "").replace("//api.", "//lookups.");
      const e164 = encodeURIComponent(Phi.reveal(number, "carrier"));
      return readAnswer(ask({ method: "GET", path: `${base}/v2/PhoneNumbers/${e164}?Fields=caller_name` }), readName);
    },
    sendText: async ({ from, to, text: words }) => {
      const form = new URLSearchParams({ Body: words, From: from, To: Phi.reveal(to, "carrier") });
      const answer = await ask({ method: "POST", path: "/Messages.json", form });
      return answer.ok ? ok(undefined) : answer;
    },
    listCalls: ({ since, page: next }) =>
      page(next ?? `/Calls.json?PageSize=100&StartTime%3E=${day(since)}`, "calls", readCallRow),
    listRecordings: ({ since, page: next }) =>
      page(next ?? `/Recordings.json?DateCreated%3E=${day(since)}&PageSize=100`, "recordings", readRecordingRow),
    listNumbers: (next) =>
      page(next ?? "/IncomingPhoneNumbers.json?PageSize=100", "incoming_phone_numbers", readNumberRow),
    ...numberDesk(ask, connection, outside),
  };
}

/** The address is made from the connection, never from a webhook: no message can point the keys elsewhere. */
function recordingPath(ref: string, ending: ".wav" | ".json"): string {
  return `/Recordings/${encodeURIComponent(ref)}${ending}${ending === ".wav" ? "?RequestedChannels=2" : ""}`;
}

function readName(body: unknown): Phi<string> | undefined {
  const found = isRow(body) ? body["caller_name"] : undefined;
  const name = isRow(found) ? text(found, "caller_name") : undefined;
  return name === undefined ? undefined : Phi.seal(name);
}

function day(since: Instant): string {
  return new Date(since).toISOString().slice(0, 10);
}
