import { err, ok, type Result } from "@ringtrail/core";
import { askPatiently, type ApiRequest, type Outside } from "../ask-patiently.ts";
import type { CarrierFault } from "../carrier-provider.ts";
import type { ProviderConnection } from "../carrier.ts";
import { isRow, type Row } from "../twilio/read-list.ts";
import { readKeys } from "./keys.ts";

/** One question to Telnyx's API (version 2). `path` begins after `/v2`. */
export interface Question {
  readonly method: ApiRequest["method"];
  readonly path: string;
  readonly json?: object;
}

/** Asks Telnyx's API with the connection's key. */
export async function askApi(
  connection: ProviderConnection,
  { method, path, json }: Question,
  outside: Outside,
): Promise<Result<Response, CarrierFault>> {
  const headers = {
    accept: "application/json",
    authorization: `Bearer ${readKeys(connection.secret).apiKey}`,
    ...(json === undefined ? {} : { "content-type": "application/json" }),
  };
  const url = `${connection.apiBase.replace(/\/+$/, "")}/v2${path}`;
  const body = json === undefined ? {} : { body: JSON.stringify(json) };
  return askPatiently({ method, url, headers, ...body }, outside, codeOf);
}

/** Asks and reads the JSON. A refusal of the input (422) has a code of its own in `errors`. */
export async function askJson(
  connection: ProviderConnection,
  question: Question,
  outside: Outside,
): Promise<Result<Row, CarrierFault>> {
  const answer = await askApi(connection, question, outside);
  if (!answer.ok) return answer;
  const body: unknown = await answer.value.json().catch(() => undefined);
  if (!isRow(body)) return err({ code: "carrier_refused", status: answer.value.status, carrierCode: undefined });
  return ok(body);
}

/** The objects in a list answer's `data`, or the one object in it. */
export function dataOf(body: Row): readonly Row[] {
  const data = body["data"];
  return Array.isArray(data) ? data.filter(isRow) : isRow(data) ? [data] : [];
}

function codeOf(body: unknown): number | undefined {
  const errors = isRow(body) && Array.isArray(body["errors"]) ? body["errors"].filter(isRow) : [];
  const code = Number(errors[0]?.["code"]);
  return Number.isSafeInteger(code) ? code : undefined;
}
