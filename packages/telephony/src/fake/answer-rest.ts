import { timingSafeEqual } from "node:crypto";
import { describeCall, describeNumber, describeRecording } from "./describe-resource.ts";
import type { BookedRecording, Exchange } from "./exchange.ts";
import { playTape, tapeBytes } from "./record-line.ts";
import { answerSteering } from "./answer-steering.ts";
import { rentNumber, setNumber } from "./rent-number.ts";
import { answerText } from "./answer-text.ts";
import { offerNumbers, priceList } from "./offer-numbers.ts";
import { lookUp } from "./look-up.ts";
import { replyJson, replyNever, replyNothing, replyRefused, replyUnknown, type Asked, type Reply } from "./reply.ts";

const pricing = /^\/v1\/PhoneNumbers\/Countries\/([A-Z]{2})$/;
const offers = /^\/2010-04-01\/Accounts\/(\w+)\/AvailablePhoneNumbers\/([A-Z]{2})\/(Local|TollFree|Mobile)\.json$/;
const resource = /^\/2010-04-01\/Accounts\/(\w+)\/(Calls|Recordings|IncomingPhoneNumbers)(?:\/(\w+))?\.(json|wav)$/;

const messages = /^\/2010-04-01\/Accounts\/(\w+)\/Messages\.json$/;
const callRecording = /^\/2010-04-01\/Accounts\/(\w+)\/Calls\/(\w+)\/Recordings\/([\w.]+)\.json$/;

/** Answers the part of Twilio's REST API (2010-04-01) that call tracking needs, to whoever knows the account's secret. */
export function answerRest(exchange: Exchange, asked: Asked): Reply {
  const [, owner, callSid, recordingSid] = callRecording.exec(asked.path) ?? [];
  if (owner !== undefined && isAllowed(exchange, owner, asked.header("authorization"))) {
    return answerSteering(exchange, asked, { account: owner, callSid: callSid ?? "", sid: recordingSid ?? "" });
  }
  const found = lookUp(asked.path);
  if (found !== undefined) return isAnyAccount(exchange, asked) ? found : refusedKeys;
  const [, priced] = pricing.exec(asked.path) ?? [];
  if (priced !== undefined) return isAnyAccount(exchange, asked) ? replyJson(200, priceList(priced)) : refusedKeys;
  const [, searcher, country, wanted] = offers.exec(asked.path) ?? [];
  if (searcher !== undefined && country !== undefined && wanted !== undefined) {
    if (!isAllowed(exchange, searcher, asked.header("authorization"))) return refusedKeys;
    return replyJson(200, offerNumbers(exchange, { country, kind: wanted, query: asked.query, uri: asked.path }));
  }
  const [, writer] = messages.exec(asked.path) ?? [];
  if (writer !== undefined) {
    return isAllowed(exchange, writer, asked.header("authorization"))
      ? answerText(exchange, asked, writer)
      : refusedKeys;
  }
  const [, account, kind, sid, format] = resource.exec(asked.path) ?? [];
  if (account === undefined || kind === undefined) return replyUnknown;
  if (!isAllowed(exchange, account, asked.header("authorization"))) return refusedKeys;
  if (kind === "Recordings") return answerRecordings(exchange, asked, account, sid, format === "wav");
  if (format === "wav") return replyUnknown;
  if (kind === "IncomingPhoneNumbers") return answerNumbers(exchange, asked, account, sid);
  return answerCalls(exchange, asked, account, sid);
}

function answerCalls(exchange: Exchange, asked: Asked, account: string, sid: string | undefined): Reply {
  if (asked.method !== "GET") return replyRefused(405, 20004, "Method not allowed");
  const own = [...exchange.booked.values()].filter((call) => call.account === account);
  if (sid === undefined) return page(asked, "calls", newest(own, asked.query.get("StartTime>")).map(describeCall));
  const call = own.find((one) => one.sid === sid);
  return call === undefined ? replyUnknown : replyJson(200, describeCall(call));
}

function answerRecordings(
  exchange: Exchange,
  asked: Asked,
  account: string,
  sid: string | undefined,
  isSound: boolean,
): Reply {
  const callSid = asked.query.get("CallSid");
  const own = [...exchange.recordings.values()].filter((one) => one.account === account);
  if (sid === undefined) {
    const wanted = own.filter((one) => callSid === null || one.callSid === callSid);
    const listed = newest(wanted, asked.query.get("DateCreated>")).map(describeRecording);
    return asked.method === "GET" ? page(asked, "recordings", listed) : replyRefused(405, 20004, "Method not allowed");
  }
  const recording = own.find((one) => one.sid === sid);
  if (recording === undefined) return replyUnknown;
  if (asked.method === "DELETE") {
    exchange.recordings.delete(recording.sid);
    return replyNothing;
  }
  return isSound ? replySound(recording) : replyJson(200, describeRecording(recording));
}

function replySound({ tape }: BookedRecording): Reply {
  if (tape === undefined) return replyUnknown;
  const headers = { "content-type": "audio/x-wav", "content-length": String(tapeBytes(tape)) };
  return { status: 200, headers, body: playTape(tape) };
}

function answerNumbers(exchange: Exchange, asked: Asked, account: string, sid: string | undefined): Reply {
  const own = [...exchange.numbers.values()].filter((number) => number.account === account);
  const form = Object.fromEntries(new URLSearchParams(asked.body));
  if (sid === undefined && asked.method === "GET") {
    const wanted = asked.query.get("PhoneNumber");
    const listed = own.filter((number) => wanted === null || number.e164 === wanted);
    return page(asked, "incoming_phone_numbers", listed.map(describeNumber));
  }
  if (sid === undefined) {
    const fault = exchange.purchaseFaults.shift();
    if (fault === "lost_before") return replyNever;
    const rented = rentNumber(exchange, account, form["PhoneNumber"] ?? "", form);
    if (fault === "lost_after") return replyNever;
    return rented.ok
      ? replyJson(201, describeNumber(rented.value))
      : replyRefused(400, rented.reason.code === "number_taken" ? 21_422 : 21_421, rented.reason.code);
  }
  const number = own.find((one) => one.sid === sid);
  if (number === undefined) return replyUnknown;
  if (asked.method === "DELETE") {
    exchange.numbers.delete(number.sid);
    return replyNothing;
  }
  return replyJson(200, describeNumber(asked.method === "POST" ? setNumber(exchange, number, form) : number));
}

/** Newest first, from a day on (`2026-03-03`, UTC). */
function newest<Item extends { readonly startedAt: Date }>(items: readonly Item[], since: string | null): Item[] {
  return items
    .filter((item) => since === null || item.startedAt.toISOString().slice(0, 10) >= since)
    .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
}

function page(asked: Asked, list: string, items: readonly unknown[]): Reply {
  const size = Math.min(1_000, Math.max(1, Number(asked.query.get("PageSize") ?? 50) || 50));
  const index = Math.max(0, Number(asked.query.get("Page") ?? 0) || 0);
  const start = index * size;
  const next = new URLSearchParams(asked.query);
  next.set("Page", String(index + 1));
  const hasNext = start + size < items.length;
  return replyJson(200, {
    [list]: items.slice(start, start + size),
    end: Math.min(items.length, start + size) - 1,
    next_page_uri: hasNext ? `${asked.path}?${next}` : null,
    page: index,
    page_size: size,
    start,
    uri: asked.path,
  });
}

const refusedKeys = replyRefused(401, 20003, "Authenticate");

/** The price list belongs to no account: any account's keys open it. */
function isAnyAccount(exchange: Exchange, asked: Asked): boolean {
  return [...exchange.accounts.keys()].some((account) => isAllowed(exchange, account, asked.header("authorization")));
}

function isAllowed(exchange: Exchange, account: string, given: string | undefined): boolean {
  const keys = exchange.accounts.get(account);
  if (keys?.face !== "twilio") return false;
  const expected = Buffer.from(`Basic ${Buffer.from(`${account}:${keys.token}`).toString("base64")}`);
  const actual = Buffer.from(given ?? "");
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
