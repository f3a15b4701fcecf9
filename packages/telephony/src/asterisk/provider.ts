import { err, ok, parseE164, type Result } from "@ringtrail/core";
import type { CarrierFault, CarrierProvider, ListedRecording, RecordingSound } from "../carrier-provider.ts";
import type { ProviderConnection } from "../carrier.ts";
import { headerBytes, wavHeader } from "../sound/wav.ts";
import { channelsOf } from "./read-recording.ts";
import { askAri, type Fetch } from "./ask-ari.ts";
import { askManager } from "./ask-manager.ts";

/** The PBX's own spool, over ARI. It rents no numbers, and it tells us of every call again until we have it. */
export function asteriskProvider(
  connection: ProviderConnection,
  reach: Fetch = (url, init) => fetch(url, init),
): CarrierProvider {
  const ask = (method: "GET" | "DELETE", path: string) => askAri(connection, { method, path }, reach);
  const stored = (ref: string) => `/recordings/stored/${encodeURIComponent(ref)}`;
  return {
    fetchRecording: async (ref) => readSound(await ask("GET", `${stored(ref)}/file`), channelsOf(ref)),
    async deleteRecording(ref) {
      const answer = await ask("DELETE", stored(ref));
      return answer.ok || answer.reason.code === "carrier_unknown_thing" ? ok(undefined) : answer;
    },
    // A trunk carries calls, no texts.
    lookUpName: async () => err({ code: "carrier_unknown_thing" }),
    sendText: async () => err({ code: "carrier_unknown_thing" }),
    // Silence stands in the file for as long as it is muted, on both sides.
    steerRecording: (carrierRef, order) =>
      askManager(
        connection,
        { action: "MixMonitorMute", channel: carrierRef, direction: "both", state: order === "pause" ? "1" : "0" },
        reach,
      ),
    // Nothing to compare with: what was not acknowledged lies in the PBX's spool and is sent again by itself.
    listCalls: async () => ok({ items: [], next: undefined }),
    async listRecordings() {
      const answer = await ask("GET", "/recordings/stored");
      if (!answer.ok) return answer;
      const rows: unknown = await answer.value.json().catch(() => undefined);
      return ok({ items: Array.isArray(rows) ? rows.flatMap(readRow) : [], next: undefined });
    },
    listNumbers: async () => ok({ items: [], next: undefined }),
    // What the trunk leads here is the owner's word: there is nobody to ask, to pay or to give a number back to.
    searchNumbers: async () => ok([]),
    findNumber: async (e164) => ok({ ref: e164, e164, ...unaddressed }),
    buyNumber: async () => err({ code: "carrier_unknown_thing" }),
    releaseNumber: async () => ok(undefined),
    // The trunk routes its numbers to the PBX, and the dialplan holds our addresses: every number is routed already.
    async routeNumber(ref, addresses) {
      const e164 = parseE164(ref);
      if (!e164.ok) return err({ code: "carrier_unknown_thing" });
      return ok({ ref, e164: e164.value, ...addresses, fallbackMethod: undefined });
    },
  };
}

const unaddressed = { voiceUrl: undefined, fallbackUrl: undefined, statusUrl: undefined, fallbackMethod: undefined };

/** The file is bare samples; what we hand on is a WAV, so its header comes first. */
async function readSound(
  answer: Result<Response, CarrierFault>,
  channels: 1 | 2,
): Promise<Result<RecordingSound, CarrierFault>> {
  if (!answer.ok) return answer;
  const { body, headers } = answer.value;
  const size = Number(headers.get("content-length") ?? Number.NaN);
  if (body === null || !Number.isSafeInteger(size)) return err({ code: "carrier_unknown_thing" });
  return ok({ sound: withHeader(body, size, channels), size: size + headerBytes, mediaType: "audio/wav" });
}

async function* withHeader(
  samples: AsyncIterable<Uint8Array>,
  bytes: number,
  channels: 1 | 2,
): AsyncGenerator<Uint8Array> {
  yield wavHeader(Math.floor(bytes / (2 * channels)), channels);
  yield* samples;
}

/** ARI tells a recording's name only, and the name holds the call. */
function readRow(row: unknown): readonly ListedRecording[] {
  const name = typeof row === "object" && row !== null && "name" in row ? String(row.name) : "";
  const carrierRef = /^ringtrail-(.+?)(-business|-message)?$/.exec(name)?.[1];
  if (carrierRef === undefined) return [];
  const key = `recording:${name}`;
  return [{ ref: name, carrierRef, url: "", lengthMs: 0, channels: channelsOf(name), startedAt: undefined, key }];
}
