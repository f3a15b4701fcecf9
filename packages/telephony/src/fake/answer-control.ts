import { readScript } from "./call-script.ts";
import { describeFakeCall } from "./describe-fake-call.ts";
import type { Exchange } from "./exchange.ts";
import { FakeCall } from "./fake-call.ts";
import { openAccount, readAccount } from "./open-account.ts";
import { replyJson, type Asked, type Reply } from "./reply.ts";
import { runCall } from "./run-call.ts";

/** What the control door needs besides the exchange. */
export interface ControlPlace {
  readonly exchange: Exchange;
  readonly speed: number;
  readonly url: string;
}

const callPath = /^\/fake\/calls\/(CA[0-9a-f]{32}|v3:[\w-]+)(\/hangup)?$/;

/**
 * Answers the control door, which no real carrier has: opens accounts, places calls, tells what happened.
 *
 * Bodies must be JSON by content type, so that no web page can place a call without a preflight that is never allowed.
 */
export async function answerControl(place: ControlPlace, asked: Asked): Promise<Reply> {
  const { exchange } = place;
  if (asked.method === "POST") {
    if (!(asked.header("content-type") ?? "").startsWith("application/json")) return refuse(415, "json_expected");
    const body = readJson(asked.body);
    if (asked.path === "/fake/accounts") return answerAccount(exchange, body);
    if (asked.path === "/fake/calls") return placeCall(place, body);
    if (asked.path === "/fake/purchase-faults") return addFaults(exchange, body);
  }
  if (asked.path === "/fake/calls" && asked.method === "GET") {
    return replyJson(200, { calls: [...exchange.calls.values()].map(describeFakeCall) });
  }
  if (asked.path === "/fake/texts" && asked.method === "GET") return replyJson(200, { texts: exchange.texts });
  const [, sid, hangup] = callPath.exec(decodeURIComponent(asked.path)) ?? [];
  const call = exchange.calls.get(sid ?? "");
  if (call === undefined) return refuse(404, "call_unknown");
  if (hangup !== undefined && asked.method === "POST") call.hangUp();
  if (asked.query.get("wait") === "done") await call.done;
  return replyJson(200, describeFakeCall(call));
}

function answerAccount(exchange: Exchange, body: unknown): Reply {
  const account = readAccount(body);
  if (!account.ok) return refuse(400, account.reason.code, account.reason.field);
  const keys = openAccount(exchange, account.value);
  const { sid, numbers } = account.value;
  return replyJson(200, { sid, numbers, ...(keys.face === "telnyx" ? { publicKey: keys.publicKey } : {}) });
}

/** `{faults: ["lost_after"]}`: the next purchase is carried out and its answer is lost. */
function addFaults(exchange: Exchange, body: unknown): Reply {
  const faults: unknown = typeof body === "object" && body !== null && "faults" in body ? body.faults : undefined;
  if (!Array.isArray(faults)) return refuse(400, "faults_malformed", "faults");
  for (const fault of faults) {
    if (fault === "lost_before" || fault === "lost_after") exchange.purchaseFaults.push(fault);
  }
  return replyJson(200, { faults: exchange.purchaseFaults });
}

function placeCall({ exchange, speed, url }: ControlPlace, body: unknown): Reply {
  const script = readScript(body);
  if (!script.ok) return refuse(400, script.reason.code, script.reason.field);
  const number = exchange.numberOf(script.value.to);
  const keys = exchange.accounts.get(number?.account ?? "");
  if (number === undefined || keys === undefined) return refuse(404, "number_unknown", "to");
  const call = new FakeCall(script.value, { exchange, number, keys, speed, url });
  exchange.calls.set(call.booked.sid, call);
  call.done = runCall(call);
  return replyJson(201, describeFakeCall(call));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(status: number, code: string, field?: string): Reply {
  return replyJson(status, { code, ...(field === undefined ? {} : { field }) });
}
