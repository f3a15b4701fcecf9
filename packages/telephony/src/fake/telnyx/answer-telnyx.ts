import { timingSafeEqual } from "node:crypto";
import type { ControlPlace } from "../answer-control.ts";
import type { BookedRecording, Exchange } from "../exchange.ts";
import { playTape, tapeBytes } from "../record-line.ts";
import { replyJson, type Asked, type Reply } from "../reply.ts";
import { answerBooks } from "./answer-books.ts";
import { answerNumbers } from "./answer-numbers.ts";
import { answerSteering } from "./answer-steering.ts";
import { pageOf, refuseTelnyx, unknownThing, type AskedBy } from "./asked-by.ts";
import { nameOf } from "../name-of.ts";
import { sendText } from "../send-text.ts";
import { keepApplication } from "./keep-application.ts";

/** Answers the part of Telnyx's API (version 2) that call tracking needs, to whoever knows the account's key. */
export function answerTelnyx(place: ControlPlace, asked: Asked): Reply {
  const { exchange } = place;
  const [, sound] = /^\/v2\/fake-downloads\/(\w+)\.wav$/.exec(asked.path) ?? [];
  // The address of a sound is signed at Telnyx and needs no key.
  if (sound !== undefined) return replySound(exchange.recordings.get(sound));
  const account = accountOf(exchange, asked.header("authorization"));
  if (account === undefined) return refuseTelnyx(401, "10009", "Authentication failed");
  const by: AskedBy = { ...asked, account, json: readJson(asked.body) };
  const [, kind, id, ...rest] = asked.path.slice(1).split("/").map(decodeURIComponent);
  switch (kind) {
    case "texml_applications":
      return answerApplications(exchange, by, id);
    case "phone_numbers":
    case "available_phone_numbers":
    case "number_orders":
      return answerNumbers(exchange, by, kind, id);
    case "recordings":
      return answerRecording(place, by, id);
    case "texml":
      return answerBooks(exchange, by, rest);
    case "number_lookup":
      return replyJson(200, { data: { phone_number: id, caller_name: { caller_name: nameOf(id ?? "") } } });
    case "messages":
      return answerText(exchange, by);
    case "calls":
      return answerSteering(exchange, by, id, rest);
    default:
      return unknownThing;
  }
}

function answerApplications(exchange: Exchange, { account, method, json, query }: AskedBy, id?: string): Reply {
  const own = [...exchange.applications.values()].filter((one) => one.account === account);
  const shown = ({ id: one, fields }: (typeof own)[number]) => ({
    id: one,
    record_type: "texml_application",
    ...fields,
  });
  if (id === undefined && method === "GET") return replyJson(200, { data: pageOf(own, query).map(shown) });
  if (id === undefined) return replyJson(201, { data: shown(keepApplication(exchange, account, json)) });
  const known = own.find((one) => one.id === id);
  if (known === undefined) return unknownThing;
  return replyJson(200, { data: shown(method === "PATCH" ? keepApplication(exchange, known, json) : known) });
}

function answerRecording({ exchange, url }: ControlPlace, { account, method }: AskedBy, id = ""): Reply {
  const recording = exchange.recordings.get(id);
  if (recording === undefined || recording.account !== account) return unknownThing;
  if (method === "DELETE") exchange.recordings.delete(id);
  const { sid, callSid, channels, seconds, status } = recording;
  const facts = { id: sid, record_type: "recording", call_control_id: callSid, status };
  const length = { channels: channels === 2 ? "dual" : "single", duration_millis: seconds * 1_000 };
  return replyJson(200, {
    data: { ...facts, ...length, download_urls: { wav: `${url}/v2/fake-downloads/${sid}.wav` } },
  });
}

function answerText(exchange: Exchange, { account, json }: AskedBy): Reply {
  const [from = "", to = "", text = ""] = ["from", "to", "text"].map((name) => String(json[name] ?? ""));
  const sent = sendText(exchange, { account, from, to, text });
  if (!sent.ok) return refuseTelnyx(422, sent.reason.code === "no_mobile" ? "40310" : "40305", sent.reason.code);
  return replyJson(200, { data: { record_type: "message", from: { phone_number: from }, text } });
}

function replySound(recording: BookedRecording | undefined): Reply {
  if (recording?.tape === undefined) return unknownThing;
  const headers = { "content-type": "audio/x-wav", "content-length": String(tapeBytes(recording.tape)) };
  return { status: 200, headers, body: playTape(recording.tape) };
}

function accountOf({ accounts }: Exchange, given = ""): string | undefined {
  return [...accounts].find(([, keys]) => {
    const [expected, actual] = [Buffer.from(`Bearer ${keys.token}`), Buffer.from(given)];
    return keys.face === "telnyx" && expected.length === actual.length && timingSafeEqual(expected, actual);
  })?.[0];
}

function readJson(body: string): AskedBy["json"] {
  try {
    const read: unknown = body === "" ? {} : JSON.parse(body);
    return typeof read === "object" && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}
