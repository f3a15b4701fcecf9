import { err, ok, Phi, type Result } from "@ringtrail/core";
import { world, type Outside } from "../ask-patiently.ts";
import type { CarrierFault, CarrierPage, CarrierProvider, RecordingSound } from "../carrier-provider.ts";
import type { ProviderConnection } from "../carrier.ts";
import { readSound } from "../twilio/read-answer.ts";
import { isRow, readCallRow, readPage, readRecordingRow, text, type Row } from "../twilio/read-list.ts";
import { askApi, askJson, dataOf, type Question } from "./ask-api.ts";
import { numberDesk } from "./number-desk.ts";

/** Telnyx's REST API (version 2) with the connection's keys. `carrierAccount` is the account's id there. */
export function telnyxProvider(connection: ProviderConnection, outside: Outside = world): CarrierProvider {
  const ask = (question: Question) => askJson(connection, question, outside);
  const books = `/texml/Accounts/${encodeURIComponent(connection.carrierAccount)}`;
  const page = async <Item>(
    path: string,
    list: string,
    readRow: (row: Row) => Item | undefined,
  ): Promise<Result<CarrierPage<Item>, CarrierFault>> => {
    const listed = await ask({ method: "GET", path });
    if (!listed.ok) return listed;
    const { items, next } = readPage(listed.value, list, readRow);
    return ok({ items, next: next?.replace(/^.*\/v2(?=\/)/, "") });
  };
  return {
    ...numberDesk(ask, outside),
    listCalls: ({ since, page: next }) =>
      page(next ?? `${books}/Calls?PageSize=100&StartTime_gte=${day(since)}`, "calls", readCallRow),
    listRecordings: ({ since, page: next }) =>
      page(next ?? `${books}/Recordings.json?DateCreated=${day(since)}&PageSize=100`, "recordings", readRecordingRow),
    async fetchRecording(ref) {
      const found = await ask({ method: "GET", path: `/recordings/${encodeURIComponent(ref)}` });
      if (!found.ok) return found;
      const urls = dataOf(found.value)[0]?.["download_urls"];
      const url = isRow(urls) ? text(urls, "wav") : undefined;
      return url === undefined ? err({ code: "carrier_unknown_thing" }) : download(url, outside);
    },
    async steerRecording(carrierRef, order) {
      const path = `/calls/${encodeURIComponent(carrierRef)}/actions/record_${order}`;
      const steered = await ask({ method: "POST", path, json: {} });
      return steered.ok ? ok(undefined) : steered;
    },
    async lookUpName(number) {
      const e164 = encodeURIComponent(Phi.reveal(number, "carrier"));
      const found = await ask({ method: "GET", path: `/number_lookup/${e164}?type=caller-name` });
      if (!found.ok) return found;
      const called = dataOf(found.value)[0]?.["caller_name"];
      const name = isRow(called) ? text(called, "caller_name") : undefined;
      return ok(name === undefined ? undefined : Phi.seal(name));
    },
    async sendText({ from, to, text: words }) {
      const json = { from, to: Phi.reveal(to, "carrier"), text: words };
      const sent = await ask({ method: "POST", path: "/messages", json });
      return sent.ok ? ok(undefined) : sent;
    },
    async deleteRecording(ref) {
      const path = `/recordings/${encodeURIComponent(ref)}`;
      const gone = await askApi(connection, { method: "DELETE", path }, outside);
      return gone.ok || gone.reason.code === "carrier_unknown_thing" ? ok(undefined) : gone;
    },
  };
}

/** The address is signed and good for ten minutes, and it is the API's own answer: our key does not travel with it. */
async function download(url: string, outside: Outside): Promise<Result<RecordingSound, CarrierFault>> {
  try {
    const answer = await outside.fetch(url, { method: "GET" });
    return answer.ok ? readSound(ok(answer)) : err({ code: "carrier_unknown_thing" });
  } catch (thrown) {
    return err({ code: "carrier_unreachable", cause: thrown instanceof Error ? thrown.name : "unknown" });
  }
}

function day(since: number): string {
  return new Date(since).toISOString().slice(0, 10);
}
