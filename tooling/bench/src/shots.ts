import { randomBytes } from "node:crypto";
import { sign } from "@ringtrail/telephony/twilio";
import type { Shot } from "./open-loop.ts";
import { pageOrigin, type BenchShop } from "./seed-bench.ts";

const browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/149.0.0.0 Safari/537.36";

/** Where visits come from, in turn. */
const landings = ["/?gclid=g1&utm_campaign=spring", "/?utm_source=bing&utm_medium=cpc", "/services", "/"] as const;

/** The nth visitor, whom nobody has seen before, from a network nobody has come from, asks for numbers. */
export function swapOf({ siteKey, targets }: BenchShop, nth: number): Shot {
  const url = `${pageOrigin}${landings[nth % landings.length]}`;
  const body = {
    site: siteKey,
    consent: { choice: "granted", optOutSignal: false },
    page: { url, referrer: nth % 3 === 0 ? "https://www.google.com/" : "", title: "Bench" },
    targets: [targets[nth % targets.length]],
    device: nth % 2 === 0 ? "phone" : "computer",
  };
  const network = `${20 + ((nth >> 16) & 127)}.${(nth >> 8) & 255}.${nth & 255}.9`;
  return {
    path: "/v1/swap",
    headers: {
      origin: pageOrigin,
      "user-agent": browser,
      "content-type": "text/plain",
      "x-forwarded-for": network,
    },
    body: JSON.stringify(body),
  };
}

/** The nth caller rings one of the numbers; the carrier signs what it tells of it. */
export function ringOf({ connection, numbers, secret }: BenchShop, publicUrl: string, nth: number): Shot {
  const path = `/carriers/twilio/${connection}/voice`;
  const caller = `+1212${String(2_000_000 + (nth % 7_000_000))}`;
  const form = {
    AccountSid: "AC1",
    ApiVersion: "2010-04-01",
    CallSid: `CA${randomBytes(16).toString("hex")}`,
    CallStatus: "ringing",
    Called: numbers[nth % numbers.length] ?? "",
    Caller: caller,
    Direction: "inbound",
    From: caller,
    To: numbers[nth % numbers.length] ?? "",
  };
  const body = new URLSearchParams(form).toString();
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "x-twilio-signature": sign(`${publicUrl}${path}`, body, secret),
  };
  return { path, headers, body };
}
