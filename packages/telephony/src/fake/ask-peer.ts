import { randomUUID } from "node:crypto";
import { signedHeaders, type AccountKeys } from "./account-keys.ts";
import { askOnce, type Answered, type Asked } from "./ask-once.ts";
import { readSettings, type RetryOn } from "./connection-settings.ts";

/** One webhook to be sent. */
export interface Webhook {
  readonly method: "GET" | "POST";
  /** With the fragment that sets the limits, which is not sent. */
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly keys: AccountKeys;
  /** The same for every repetition of one event. */
  readonly eventId: string;
  /** How much of the answer is read; undefined is as much as a document may have. */
  readonly mostBytes?: number | undefined;
}

/** What came of a webhook: the last answer, and how often it was asked. */
export interface PeerAnswer {
  readonly answered: Answered;
  readonly attempts: number;
  readonly tookMs: number;
}

/** A timer counts whole milliseconds and may fire one early: less time than this is none. */
const timerSlackMs = 3;

/**
 * Sends a webhook as the carrier does: signed, as a form or a query. Twilio tries again as the address's fragment
 * allows; Telnyx knows no fragments, and an address with one is taken for a mistake.
 */
export async function askPeer(webhook: Webhook): Promise<PeerAnswer> {
  const startedAt = performance.now();
  const spent = () => performance.now() - startedAt;
  if (!/^https?:\/\//.test(webhook.url) || !URL.canParse(webhook.url)) {
    return { answered: { kind: "ct", why: "not an http address" }, attempts: 0, tookMs: 0 };
  }
  if (webhook.keys.face === "telnyx" && webhook.url.includes("#")) {
    return { answered: { kind: "ct", why: "an address with a fragment" }, attempts: 0, tookMs: 0 };
  }
  const settings = readSettings(webhook.url);
  const asked = prepare(webhook);
  for (let attempts = 1; ; attempts += 1) {
    const answered = await askOnce(asked, settings, Math.max(1, settings.totalMs - spent()));
    const kind = kindOf(answered);
    const mayRepeat = kind !== undefined && settings.retryOn.has(kind) && attempts <= settings.retries;
    if (!mayRepeat || settings.totalMs - spent() < timerSlackMs) return { answered, attempts, tookMs: spent() };
  }
}

function prepare({ method, url, params, keys, eventId, mostBytes }: Webhook): Asked {
  const form = new URLSearchParams(params).toString();
  const plain = url.split("#")[0] ?? url;
  const target = method === "POST" ? plain : plain + (plain.includes("?") ? "&" : "?") + form;
  const body = method === "POST" ? form : "";
  return {
    method,
    url: target,
    body,
    mostBytes,
    headers: {
      ...signedHeaders(keys, { url: target, body, eventId }),
      accept: "*/*",
      ...(method === "POST"
        ? {
            "content-type": "application/x-www-form-urlencoded; charset=utf-8",
            "content-length": `${Buffer.byteLength(body)}`,
          }
        : {}),
    },
  };
}

function kindOf(answered: Answered): RetryOn | undefined {
  if (answered.kind !== "answer") return answered.kind;
  if (answered.status >= 500) return "5xx";
  return answered.status >= 400 ? "4xx" : undefined;
}

/** A name for one event, kept over its repetitions. */
export function newEventId(): string {
  return randomUUID();
}
